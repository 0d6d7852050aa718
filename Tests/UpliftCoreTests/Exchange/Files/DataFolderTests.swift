import Foundation
import Testing
import UpliftCore

@Suite struct DataFolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func make(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: folder.file(path), withIntermediateDirectories: true)
  }

  @Test func besideAnInstalledProgram() throws {
    try make("usr/share/uplift/sample")
    try make("data/sample")
    let found = try #require(
      DataFolder(executable: folder.file("usr/bin/uplift"), environment: [:]))
    #expect(found.url.path == folder.file("usr/share/uplift").path)
    #expect(found.localeURL.path == folder.file("usr/share/locale").path)
  }

  @Test func aboveAProgramInItsSourceTree() throws {
    try make("tree/data/sample")
    let found = try #require(
      DataFolder(
        executable: folder.file("tree/.build/x86_64/debug/uplift"), environment: ["UPLIFT_DATA": ""]
      ))
    #expect(found.url.path == folder.file("tree/data").path)
    #expect(found.localeURL.path == folder.file("tree/.build/locale").path)
  }

  @Test func theEnvironmentComesFirst() throws {
    try make("usr/share/uplift/sample")
    let found = DataFolder(
      executable: folder.file("usr/bin/uplift"),
      environment: ["UPLIFT_DATA": folder.file("mine/uplift").path])
    #expect(found?.url.path == folder.file("mine/uplift").path)
    #expect(found?.localeURL.path == folder.file("mine/locale").path)
  }

  @Test func nowhere() throws {
    try make("bin")
    #expect(DataFolder(executable: folder.file("bin/uplift"), environment: [:]) == nil)
    #expect(throws: TemplateError.noDataFolder) { try Template.all(in: nil) }
  }
}
