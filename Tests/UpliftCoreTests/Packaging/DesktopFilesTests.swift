import Foundation
import FoundationXML
import Testing

@testable import UpliftCore

/// What `make install` gives to the desktop.
@Suite struct DesktopFilesTests {
  private let id = ProjectFolder.applicationID

  @Test func desktopEntryIsValid() throws {
    let entry = ProjectFolder.data.appending(path: "\(id).desktop")
    let outcome = try ProjectFolder.run(["desktop-file-validate", entry.path])
    #expect(outcome.status == 0, "\(outcome.output)")
    let text = try String(contentsOf: entry, encoding: .utf8)
    #expect(text.contains("\nMimeType=application/x-uplift;\n"))
    #expect(text.contains("\nExec=uplift %F\n"))
    #expect(text.contains("\nIcon=\(id)\n"))
  }

  @Test func metainfoIsValid() throws {
    let metainfo = ProjectFolder.data.appending(path: "\(id).metainfo.xml")
    let outcome = try ProjectFolder.run(["appstreamcli", "validate", "--no-net", metainfo.path])
    #expect(outcome.status == 0, "\(outcome.output)")
    let text = try String(contentsOf: metainfo, encoding: .utf8)
    #expect(text.contains("<id>\(id)</id>"))
    #expect(text.contains("<launchable type=\"desktop-id\">\(id).desktop</launchable>"))
  }

  @Test func everyXMLFileIsWellFormed() throws {
    let icons = try ["icons/scalable", "icons/symbolic"].flatMap {
      try ProjectFolder.files(in: $0, ending: "svg")
    }
    let files = try ProjectFolder.files(in: ".", ending: "xml") + icons
    #expect(files.count == 5)
    for file in files {
      let parser = XMLParser(data: try Data(contentsOf: file))
      #expect(
        parser.parse(), "\(file.lastPathComponent): \(String(describing: parser.parserError))")
    }
  }

  @Test func workspaceIsRecognisedByNameAndByContents() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let packages = folder.appending(path: "data/mime/packages")
    try FileManager.default.createDirectory(at: packages, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: ProjectFolder.data.appending(path: "\(id).xml"),
      to: packages.appending(path: "\(id).xml"))
    let update = try ProjectFolder.run([
      "update-mime-database", folder.appending(path: "data/mime").path,
    ])
    #expect(update.status == 0, "\(update.output)")

    let named = folder.appending(path: "Larkfield.uplift")
    let contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Larkfield"))
    try Workspace.create(at: named, contents: contents).close()
    let nameless = folder.appending(path: "a file with no ending")
    try FileManager.default.copyItem(at: named, to: nameless)
    // Broken, but still ours by its name, so that a double click says what is wrong with it.
    let broken = folder.appending(path: "broken.uplift")
    try Data("no database".utf8).write(to: broken)
    for file in [named, nameless, broken] {
      let outcome = try ProjectFolder.run(
        ["gio", "info", "-a", "standard::fast-content-type,standard::content-type", file.path],
        environment: ["XDG_DATA_HOME": folder.appending(path: "data").path])
      #expect(outcome.output.contains("application/x-uplift"), "\(outcome.output)")
    }
  }
}
