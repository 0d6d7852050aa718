import Foundation
import Testing

/// The plan as a document, from the command line.
@Suite struct PlanExportTests {
  let folder: Folder
  let file: String

  init() throws {
    folder = try Folder()
    file = folder.path("a.uplift")
  }

  @Test func thePlanIsWrittenInEveryFormatThatHasPages() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    for name in ["a.pdf", "a.html", "a.md"] {
      try await Program.succeed("export", file, folder.path(name), "--plan")
    }
    let html = try folder.text("a.html")
    // Who does not see a map reads it.
    let unseen = html.replacing(/(?s)<svg.*?<\/svg>/, with: "")
    #expect(unseen.contains("Printer supplier delivers leaflets quarterly"))
    // Every row says what it is about, and rows under a title belong together.
    #expect(html.contains("<th scope=\"row\" class=\"text name\""))
    let groups = html.components(separatedBy: "scope=\"rowgroup\"").count - 1
    #expect(html.components(separatedBy: "<tbody>").count - 1 > groups)
    // Each name stands for one thing: a picture is not cut by the shape of another.
    let names = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(names).count == names.count)
    #expect(html.contains("<nav") && html.contains("<svg") && html.contains("<figcaption"))
    #expect(!html.contains("http://") || html.contains("www.w3.org"))
    let markdown = try folder.text("a.md")
    #expect(markdown.hasPrefix("# As easy back as it was to buy\n"))
    #expect(markdown.contains("| Promise |"))
    let pdf = try await words(ofPDF: folder.path("a.pdf"))
    try expectWords(
      of: [
        "Contents", "Where we are", "Returning an online order", "Employee advisory group",
        "Label in every parcel", "Prepares the parcel",
      ], in: pdf)
    let facts = try await Program.run([folder.path("a.pdf")], program: "/usr/bin/pdfinfo").output
    #expect(facts.contains("Tagged:          yes"))
    #expect(facts.contains("595.276 x 841.89"))
  }

  /// Where people read from the right, figures begin there: bars, and the days of a timeline.
  @Test(arguments: ["timeline", "promises", "priorities"])
  func figuresBeginWhereReadingBegins(figure: String) async throws {
    try await Program.succeed("new", file, "--template", "sample")
    var places: [String: [Double]] = [:]
    for language in ["en", "ar"] {
      let name = "\(language).svg"
      try await Program.succeed(
        "export", file, folder.path(name), "--figure", figure,
        environment: ["LC_ALL": "C.UTF-8", "LANGUAGE": language])
      places[language] = try folder.text(name).components(separatedBy: "translate(").dropFirst()
        .compactMap { Double($0.prefix { $0 != " " }) }
    }
    let (usual, mirrored) = (try #require(places["en"]), try #require(places["ar"]))
    #expect(usual.count == mirrored.count && usual.count > 3)
    #expect(usual != mirrored, "nothing is at another place")
  }

  @Test func aDepartmentSeesWhatHappensAtItsSteps() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    try await Program.succeed("export", file, folder.path("a.md"), "--department", "Support")
    let sheet = try folder.text("a.md")
    let parts = sheet.components(separatedBy: "\n## ")
    func part(_ title: String) -> String { parts.first { $0.hasPrefix(title) } ?? "" }
    #expect(
      part("Where it hurts").contains("Two systems, two answers (Asks where it is; observed)"))
    #expect(part("The standards").contains("Who takes the call ends it."))
    #expect(part("What is measured").contains("Calls that ask where it is"))
    #expect(part("What changes").contains("One view of a return (idea; Yusuf Faraji, IT)"))
    // What is done, or is no work of theirs, is not on their sheet.
    #expect(!sheet.contains("Returns page on one screen (done"))
    #expect(!sheet.contains("Packing prints"))
  }

  @Test func sectionsAreThoseThatWereNamedInTheirOrder() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    try await Program.succeed(
      "export", file, folder.path("a.md"), "--plan", "--sections", "initiatives,evidence")
    let sections = try folder.text("a.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(sections.map { $0.drop { !$0.isLetter } } == ["Initiatives", "Evidence"])
    try await Program.succeed(
      "export", file, folder.path("a.pdf"), "--plan", "--sections", "state", "--page", "letter")
    let facts = try await Program.run([folder.path("a.pdf")], program: "/usr/bin/pdfinfo").output
    #expect(facts.contains("612 x 792"))
    try await Program.misuse(
      "export", file, folder.path("a.pdf"), "--plan", "--sections", "state,nonsense")
    try await Program.misuse("export", file, folder.path("a.pdf"), "--sections", "state")
    try await Program.misuse("export", file, folder.path("a.pdf"), "--plan", "--board", "X")
    try await Program.fail(
      "export", file, folder.path("a.svg"), "--plan", saying: ["a.svg", "plan"])
  }

  @Test func aDepartmentHasItsSheet() async throws {
    try await Program.succeed("new", file, "--template", "sample")
    try await Program.succeed(
      "export", file, folder.path("a.pdf"), "--department", "Fulfilment", "--page", "a4")
    let pdf = try await words(ofPDF: folder.path("a.pdf"))
    try expectWords(of: ["Fulfilment", "How our work reaches the customer"], in: pdf)
    let facts = try await Program.run([folder.path("a.pdf")], program: "/usr/bin/pdfinfo").output
    #expect(facts.contains("Pages:           1\n"))
    try await Program.fail(
      "export", file, folder.path("b.pdf"), "--department", "Nobody", saying: ["Nobody"])
  }
}
