import Foundation
import Testing
import UpliftCore

/// The program speaks the language of whoever runs it; what other programs read stays the same.
@Suite struct LanguageTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test func aTranslationIsFoundBesideTheData() async throws {
    let messages = folder.path("share/locale/de/LC_MESSAGES")
    try FileManager.default.createDirectory(
      atPath: messages, withIntermediateDirectories: true)
    let source = try folder.write(
      """
      msgid ""
      msgstr "Content-Type: text/plain; charset=UTF-8\\n"
      msgid "There is no file “{path}”."
      msgstr "Es gibt keine Datei „{path}“."
      msgid "Makes a workspace."
      msgstr "Legt einen Arbeitsbereich an."
      """, to: "de.po")
    let compiled = try await Program.run(
      ["-o", messages + "/uplift.mo", source], program: "/usr/bin/msgfmt")
    #expect(compiled.code == 0, "\(compiled.errors)")
    let german = [
      "UPLIFT_DATA": folder.path("share/uplift"), "LC_ALL": "C.UTF-8", "LANGUAGE": "de",
    ]
    try await Program.fail(
      "info", "none.uplift", environment: german,
      saying: ["Es gibt keine Datei „", "none.uplift“."])
    let help = try await Program.succeed("new", "--help", environment: german).output
    #expect(help.contains("Legt einen Arbeitsbereich an."))

    let file = folder.path("a.uplift")
    try await Program.succeed("new", file)
    let english = try await Program.succeed("info", file, "--json").output
    #expect(
      try await Program.succeed("info", file, "--json", environment: german).output == english)
  }
}
