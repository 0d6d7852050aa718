import Foundation
import Testing
import UpliftCore

/// The sample as a screen reader finds it: every text once, each with its place.
@Suite(.serialized) struct AccessibilityTests {
  private static let title = "Returning an online order"

  /// - Parameter isLarge: everything of a map has room in the window.
  private func open(_ desktop: Desktop, isLarge: Bool = false) throws -> WorkspaceContents {
    if isLarge { try desktop.setWindowSize(width: 2160, height: 1600) }
    let file = desktop.file("Larkfield.uplift")
    try desktop.command("new", file.path, "--template", "sample")
    try desktop.open([file.path], title: Self.title)
    let workspace = try Workspace.open(at: file, readOnly: true)
    defer { try? workspace.close() }
    return try workspace.contents()
  }

  private func journey(_ contents: WorkspaceContents) throws -> JourneyContents {
    let map = try #require(contents.journeyMaps.first { $0.title == Self.title })
    return try #require(contents.journey(map.id))
  }

  /// What is there to be said of a map, role and name, put together from the workspace alone.
  private func expected(_ map: JourneyContents) -> [String] {
    var lines = ["heading Persona: Amina, 34"]
    for (index, stage) in map.stages.enumerated() {
      lines.append("heading \(stage.title), stage \(index + 1) of \(map.stages.count)")
    }
    for (index, step) in map.steps.enumerated() {
      let star = step.isMomentOfTruth ? ", moment of truth" : ""
      lines.append("heading \(step.title), step \(index + 1) of \(map.steps.count)\(star)")
    }
    for (index, lane) in map.lanes.enumerated() {
      let scale = ", from very bad to delighted, curves: Today and Future"
      lines.append(
        "row header "
          + [
            lane.title, lane.subtitle.isEmpty ? "" : ", " + lane.subtitle,
            lane.laneKind == .emotion ? scale : "", ", lane \(index + 1) of \(map.lanes.count)",
          ].joined())
      for step in map.steps { lines += cell(lane, step, map) }
    }
    for line in map.lines {
      let above = map.lanes.last { $0.rank < line.rank }?.title ?? ""
      lines.append("row header \(JourneyWords.name(of: line.line)), below \(above)")
    }
    return lines
  }

  private func cell(_ lane: Lane, _ step: Step, _ map: JourneyContents) -> [String] {
    if lane.laneKind == .emotion {
      var values = (map.emotions[step.id] ?? []).map { JourneyWords.spokenEmotion($0.value) }
      if let future = map.futureEmotions[step.id] {
        values.append("Future: " + JourneyWords.spokenEmotion(future))
      }
      return ["table cell \(lane.title), \(step.title): \(values.joined(separator: "; "))"]
    }
    let cards = map.cards(at: Cell(laneID: lane.id, stepID: step.id))
    if cards.isEmpty { return ["table cell \(lane.title), \(step.title), empty"] }
    let backed = Set(map.extras.backings.values)
    let index = map.steps.firstIndex { $0.id == step.id } ?? 0
    return cards.enumerated().map { number, card in
      let last = card.span > 1 ? " to \(map.steps[index + card.span - 1].title)" : ""
      let isSourced = !card.source.isEmpty || backed.contains(card.id)
      return "table cell \(lane.title), \(step.title)\(last), \(number + 1) of \(cards.count), "
        + "\(card.evidence.rawValue): \(card.text)\(isSourced ? ", with a source" : "")"
    }
  }

  private func expectSame(
    _ found: [String], _ wanted: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var rest = wanted
    for line in found {
      if let index = rest.firstIndex(of: line) {
        rest.remove(at: index)
      } else {
        Issue.record("too much: \(line)", sourceLocation: sourceLocation)
      }
    }
    for line in rest { Issue.record("missing: \(line)", sourceLocation: sourceLocation) }
  }

  @Test func everyTextOfTheSampleIsThereOnceWithItsPlace() throws {
    let desktop = try Desktop(width: 2200, height: 1700)
    let map = try journey(open(desktop, isLarge: true))
    let wanted = expected(map)
    let tree = try desktop.accessibleTree(Self.title, "all of the map") {
      $0.nodes.count >= wanted.count
    }
    expectSame(tree.nodes.map { "\($0.role) \($0.name)" }, wanted)
    // Lane by lane, step by step.
    let order = tree.names("table cell").prefix(map.steps.count)
    #expect(zip(order, map.steps).allSatisfy { $0.contains(", \($1.title)") })
  }

  @Test func theKeysLeadAScreenReaderToWhatIsScrolledAway() throws {
    let desktop = try Desktop(width: 800, height: 600)
    let map = try journey(open(desktop))
    try desktop.press("ctrl+Home")
    var found: Set<String> = []
    /// What the focus is on.
    func look() throws -> String {
      desktop.pause(350_000)
      let nodes = try desktop.accessibleTrees().filter { $0.name == Self.title }.flatMap(\.nodes)
      found.formUnion(nodes.map { "\($0.role) \($0.name)" })
      return nodes.first(where: \.isFocused)?.name ?? ""
    }
    var last: String?
    for _ in 0..<30 {
      try desktop.press("Home")
      let start = try look()
      #expect(!start.isEmpty)
      if start == last { break }
      last = start
      try desktop.press("End")
      #expect(try look() != start)
      try desktop.press("Home", "Down")
    }
    expectSame(found.sorted(), expected(map))
  }

  @Test func whatIsPresentedIsSaidToo() throws {
    let desktop = try Desktop()
    let map = try journey(open(desktop))
    try desktop.press("F5")
    try desktop.waitForWindow("Presenting: \(Self.title)")
    try desktop.press("Home")
    var found: Set<String> = []
    var last: String?
    for _ in 0..<20 {
      desktop.pause(500_000)
      let tree = try #require(
        try desktop.accessibleTrees().first { $0.name != Self.title }, "no presented page")
      if tree.name == last { break }
      last = tree.name
      #expect(Set(tree.nodes).count == tree.nodes.count)
      found.formUnion(tree.nodes.map { "\($0.role) \($0.name)" })
      try desktop.press("Right")
    }
    let wanted = Set(expected(map).filter { !$0.hasSuffix(", empty") })
    for line in wanted.subtracting(found) { Issue.record("missing: \(line)") }
    for line in found.subtracting(wanted) where !line.contains(" to ") {
      Issue.record("too much: \(line)")
    }
    // Tab goes from thing to thing.
    try desktop.press("Tab")
    try desktop.eventually("the focus on something that is shown") {
      try desktop.accessibleTrees().contains { $0.nodes.contains(where: \.isFocused) }
    }
    // Nothing is said of a blank screen.
    try desktop.press("b")
    try desktop.eventually("silence") {
      try !desktop.accessibleTrees().contains { $0.name != Self.title }
    }
  }

  @Test func aBoardSaysEachNoteOnce() throws {
    let desktop = try Desktop(width: 2200, height: 1700)
    let contents = try open(desktop, isLarge: true)
    let board = try #require(contents.boards.first { $0.title == "Why do returns hurt?" })
    let shown = try #require(contents.board(board.id))
    try desktop.press("ctrl+k")
    try desktop.type("Why do returns")
    desktop.pause(300_000)
    try desktop.press("Return")
    try desktop.waitForWindow("Why do returns hurt")
    let tree = try desktop.accessibleTree(board.title, "all of the board") {
      $0.names("table cell").count >= shown.notes.count
    }
    #expect(tree.names("table cell").count == shown.notes.count)
    for note in shown.notes.values {
      let count = tree.names("table cell").count {
        $0.hasSuffix(", \(note.text)") || $0.contains(", \(note.text), ")
      }
      #expect(count == 1, "\(note.text)")
    }
    for column in shown.columns {
      #expect(tree.names("heading").count { $0.hasPrefix("\(column.title), column ") } == 1)
    }
    for cluster in shown.clusters.values {
      #expect(tree.names.count { $0.contains("Cluster \(cluster.title)") } == 1)
    }
  }

  @Test func aComparisonSaysWhatIsDifferent() throws {
    let desktop = try Desktop(width: 2200, height: 1700)
    let contents = try open(desktop, isLarge: true)
    let map = try journey(contents)
    let future = try #require(contents.journeyMaps.first { $0.basisID == map.map.id })
    let new = try #require(contents.journey(future.id))
    try desktop.press("ctrl+k")
    try desktop.type("future state")
    desktop.pause(300_000)
    try desktop.press("Return")
    try desktop.waitForWindow("future state")
    try desktop.press("ctrl+shift+d")
    var said: [String] = []
    try desktop.eventually("the comparison") {
      said = try desktop.accessibleTrees().last?.names ?? []
      return said.contains { $0.contains("Added") || $0.contains("Removed") }
    }
    #expect(Set(said).count == said.count)
    #expect(!said.contains { $0.contains("\n") })
    // With what was removed, both maps are higher than the window.
    try desktop.press("Next", "Next")
    desktop.pause(500_000)
    said += try desktop.accessibleTrees().last?.names ?? []
    for card in new.cards.values where !card.text.isEmpty {
      #expect(said.contains { $0.contains(card.text) }, "\(card.text)")
    }
  }
}
