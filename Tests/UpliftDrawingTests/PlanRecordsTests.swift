import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// What people wrote stands in the plan: every text of the records of each section.
@Suite(.serialized) struct PlanRecordsTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22) ?? CalendarDay(Date())

  /// Records of a section. Left out are people's data that belong in no document for many: who
  /// applied for a role, and where and how long members of groups work. Meetings and boards have
  /// documents of their own.
  private func records(of section: PlanSection, _ all: WorkspaceContents) -> [any Entity] {
    switch section {
    case .state: gathered(all.readinessRatings.filter { !$0.evidence.isEmpty }, all.milestones)
    case .vision:
      gathered(
        all.goals, all.leaders, all.leaderActs, all.workRoles, all.cxRoles, all.decisions)
    case .journeys:
      gathered(
        all.personas, all.journeyMaps, all.stages, all.steps, all.lanes, all.causes,
        all.standards, all.stepDepartments, all.departments,
        all.cards.filter(\.source.isEmpty))
    case .evidence:
      gathered(
        all.metrics, all.targetChanges, all.promises, all.customers, all.dialogues,
        all.breakdowns)
    case .priorities: gathered(all.opportunities.filter { $0.cardID == nil })
    case .initiatives: gathered(all.initiatives, all.resourceNeeds, all.barriers)
    case .groups: gathered(all.advisoryGroups, all.recommendations, all.dismissals)
    case .training: gathered(all.trainings, all.followUps, all.skills, all.tips)
    case .communication: gathered(all.messages, all.audiences)
    case .culture:
      gathered(
        all.cultureValues, all.behaviours, all.purposeAnswers, all.employeeVoices,
        all.turnovers, all.champions, all.criteria)
    case .appendix: gathered(all.cards, all.readings, all.gutScores)
    }
  }

  private func gathered(_ lists: [any Entity]...) -> [any Entity] { lists.flatMap(\.self) }

  /// Names of fields that hold no words of people, or that stand elsewhere.
  private static let silent: Set<String> = [
    // A department's head is a matter of the organisation.
    "head", "warning",
    // An author writes; who says it is the messenger.
    "author",
    // How each reading was taken stands in the appendix, by whom members are followed in no plan.
    "emotionScale", "mark", "colour",
  ]

  private func texts(of record: any Entity) -> [(field: String, text: String)] {
    Mirror(reflecting: record).children.compactMap { child in
      guard let name = child.label, !Self.silent.contains(name), let text = child.value as? String,
        text.contains(where: { !$0.isWhitespace })
      else { return nil }
      return (name, text)
    }
  }

  @Test(arguments: [PageFormat.a4, .letter]) func everyTextOfTheSampleIsInThePDF(
    page: PageFormat
  ) throws {
    let contents = try Fixture.sample()
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).pdf")
    defer { try? FileManager.default.removeItem(at: url) }
    for section in PlanSection.allCases {
      let document = TextDocument.plan(
        of: contents, PlanDocument.Setup(only: [section]), today: Self.today)
      try SceneExport.write(
        .document(document, fitsOnePage: false), theme: .print, to: url, format: .pdf,
        options: ExportOptions(page: page))
      let found = try output("/usr/bin/pdftotext", ["-raw", url.path, "-"])
      // What a screen reader is told.
      let tree = try output("/usr/bin/pdfinfo", ["-struct-text", url.path])
        .replacing("\"", with: "")
      let records = records(of: section, contents)
      #expect(!records.isEmpty, "\(section)")
      // What is looked for can be missing.
      #expect(!holds(found, "Nobody at all has ever written these few words down"))
      if section == .vision {
        #expect(contents.messages.contains { !$0.text.isEmpty && !holds(found, $0.text) })
      }
      for record in records {
        for (field, text) in texts(of: record) {
          #expect(
            holds(found, text), "\(section), \(type(of: record)).\(field): \(text.prefix(80))")
          #expect(
            holds(tree, text.replacing("\"", with: "")),
            "Not in the structure: \(section), \(type(of: record)).\(field): \(text.prefix(80))")
        }
      }
    }
  }

  /// Whole, or, where a line or a page ends within it, piece by piece: spaces, ends of lines and
  /// hyphens are no part of what was written.
  private func holds(_ found: String, _ text: String) -> Bool {
    if found.contains(dense(text)) { return true }
    let words = text.split(whereSeparator: \.isWhitespace).map { dense(String($0)) }
    let pieces = stride(from: 0, to: words.count, by: 3).map {
      words[$0..<min($0 + 3, words.count)].joined()
    }
    let missing = pieces.count { !found.contains($0) }
    return pieces.count > 2 && missing <= max(1, pieces.count / 6)
      && words.allSatisfy(found.contains)
  }

  private func dense(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "\u{AD}" && $0 != "\u{2010}" }
  }

  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return dense(text)
  }
}
