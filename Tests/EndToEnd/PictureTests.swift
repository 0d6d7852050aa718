import Foundation
import Testing
import UpliftCore

/// A picture that another program copied comes onto a map, and the sheet of a persona out of it.
@Suite(.serialized) struct PictureTests {
  private static let drawing =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20' fill='teal'/></svg>"

  let desktop: Desktop
  let file: URL

  init() throws {
    desktop = try Desktop()
    file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: "Returning an online order")
  }

  private func contents() throws -> WorkspaceContents {
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  private func pictured() throws -> [Card] { try contents().cards.filter { $0.pictureID != nil } }

  /// As a drawing program would. It hands the picture out until the display is gone.
  private func putOnClipboard(_ text: String) throws {
    let source = desktop.file("clip.svg")
    try Data(text.utf8).write(to: source)
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/usr/bin/xclip")
    program.arguments = [
      "-quiet", "-selection", "clipboard", "-t", "image/svg+xml", "-i", source.path,
    ]
    program.environment = desktop.environment
    program.standardInput = FileHandle.nullDevice
    program.standardOutput = FileHandle.nullDevice
    program.standardError = FileHandle.nullDevice
    try program.run()
    desktop.pause(500_000)
  }

  @Test func aCopiedPictureIsPastedAndTakenBack() throws {
    try putOnClipboard(Self.drawing)
    try desktop.goTo("No label in the box")
    try desktop.press("ctrl+v")
    try desktop.eventually("the picture on the card") {
      try pictured().map(\.text) == ["No label in the box"]
    }
    #expect(try contents().pictures.contains { $0.data == Data(Self.drawing.utf8) })
    try desktop.press("ctrl+z")
    try desktop.eventually("the card without it") { try pictured().isEmpty }
    #expect(try !contents().pictures.contains { $0.data == Data(Self.drawing.utf8) })
  }

  @Test func whatWouldLoadSomethingElseIsRefused() throws {
    try putOnClipboard(
      "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>")
    try desktop.goTo("No label in the box")
    try desktop.press("ctrl+v")
    desktop.pause(1_500_000)
    #expect(try pictured().isEmpty)
    // The window goes on.
    try desktop.type("Still here")
    try desktop.press("Return")
    try desktop.eventually("the new text") {
      try contents().cards.contains { $0.text == "Still here" }
    }
  }
}
