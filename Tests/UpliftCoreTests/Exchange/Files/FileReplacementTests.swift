import Foundation
import Testing
import UpliftCore

@Suite struct FileReplacementTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ url: URL) throws -> Int {
    try #require(
      try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int)
  }

  @Test func aFileIsReplacedWholeAndKeepsItsPermissions() throws {
    let url = folder.file("a.txt")
    try FileReplacement.write(Data("one".utf8), to: url)
    #expect(try String(contentsOf: url, encoding: .utf8) == "one")
    #expect(try mode(url) & 0o600 == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: url.path)
    try FileReplacement.write(Data("two".utf8), to: url)
    #expect(try String(contentsOf: url, encoding: .utf8) == "two")
    #expect(try mode(url) == 0o640)
    #expect(folder.names == ["a.txt"])
  }

  @Test func nothingIsLostAndNothingLeftWhenFillingFails() throws {
    struct Stop: Error {}
    let url = folder.file("a.txt")
    try FileReplacement.write(Data("one".utf8), to: url)
    #expect(throws: Stop.self) {
      try FileReplacement.write(to: url) { draft in
        try Data("half".utf8).write(to: URL(fileURLWithPath: draft))
        #expect(folder.names.count == 2)
        throw Stop()
      }
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == "one")
    #expect(folder.names == ["a.txt"])
  }

  @Test func aLinkStaysALink() throws {
    let (url, link) = (folder.file("a.txt"), folder.file("link"))
    try FileReplacement.write(Data("one".utf8), to: url)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: url)
    try FileReplacement.write(Data("two".utf8), to: link)
    #expect(try String(contentsOf: url, encoding: .utf8) == "two")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == url.path)
  }

  @Test func whatCannotBeWrittenIsNamed() throws {
    func fault(_ url: URL) -> FileReplacementError? {
      do {
        try FileReplacement.write(Data("x".utf8), to: url)
        return nil
      } catch { return error as? FileReplacementError }
    }
    let none = folder.file("none")
    #expect(fault(none.appendingPathComponent("a")) == .noFolder(path: none.path))
    #expect(fault(folder.url) == .isFolder(path: folder.url.path))
    #expect(fault(URL(fileURLWithPath: "/dev/null")) == .isNoFile(path: "/dev/null"))
    let long = folder.file(String(repeating: "é", count: 200))
    #expect(fault(long) == .nameTooLong(path: long.path))
    #expect(fault(URL(fileURLWithPath: "/proc/uplift.txt")) != nil)
    #expect(folder.names == [])
  }
}
