import Foundation
import Testing
import UpliftCore

@Suite struct UsageTests {
  @Test func wrongUsageIsAnsweredWith64() async throws {
    try await Program.misuse("nonsense")
    try await Program.misuse("new")
    try await Program.misuse("new", "")
    try await Program.misuse("info", "a.uplift", "--nonsense")
    try await Program.misuse("info", "a.uplift", "b.uplift")
    try await Program.misuse("history", "--json")
  }

  @Test func aCommandThatThereIsNotIsNamedWithTheOneThatWasMeant() async throws {
    try await Program.misuse("exprt", "a.uplift", "b.pdf", saying: "did you mean “export”?")
    try await Program.misuse("nonsense", saying: "There is no command “nonsense”; there are new,")
    #expect(try await Program.succeed("help", "export").output.contains("USAGE: uplift-cli export"))
  }

  @Test func helpAndVersionAreNoFailures() async throws {
    let help = try await Program.succeed("--help").output
    for command in [
      "new", "templates", "info", "outline", "import", "export", "history", "undo", "redo", "check",
    ] {
      #expect(help.contains("\n  \(command) "), "\(command) in \(help)")
      let own = try await Program.succeed(command, "--help").output
      #expect(own.contains("USAGE: uplift-cli \(command)"))
      #expect(own.contains("OVERVIEW: "))
    }
    #expect(try await Program.succeed("--version").output == "\(Version.current)\n")
    #expect(try await Program.succeed().output == help)
  }

  @Test func theVersionIsThatOfTheNewestRelease() throws {
    let path = "data/io.github.uplift_app.Uplift.metainfo.xml"
    let metainfo = try String(
      contentsOf: Program.package.appendingPathComponent(path), encoding: .utf8)
    let release = try #require(metainfo.firstMatch(of: #/<release version="([^"]+)"/#))
    #expect(release.1 == Version.current)
  }

  @Test func itDoesNotLinkGTK() async throws {
    let outcome = try await Program.run(["-d", Program.url.path], program: "/usr/bin/readelf")
    #expect(outcome.code == 0 && outcome.output.contains("libsqlite3"))
    #expect(!outcome.output.contains("libgtk") && !outcome.output.contains("libgdk-"))
    // What it links must not bring GTK along either.
    let all = try await Program.run([Program.url.path], program: "/usr/bin/ldd")
    #expect(all.code == 0 && all.output.contains("libsqlite3"))
    #expect(!all.output.contains("libgtk") && !all.output.contains("libgdk-"))
  }

  @Test func aFullStandardOutputIsAFailure() async throws {
    let outcome = try await Program.run(
      ["-c", "exec \"$0\" templates >/dev/full", Program.url.path], program: "/bin/bash")
    #expect(outcome.code == 1)
    Program.expectSentence(outcome.errors, saying: ["Standard output"])
  }
}
