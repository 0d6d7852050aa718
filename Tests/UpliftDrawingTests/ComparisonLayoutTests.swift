import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

@Suite struct ComparisonLayoutTests {
  let comparison: JourneyComparison
  let measuring = FakeTextMeasuring()

  init() throws {
    let contents = try Fixture.sample()
    let future = try #require(contents.journeyMaps.first { $0.state == .future })
    let basis = try #require(future.basisID)
    comparison = JourneyComparison(
      from: try #require(contents.journey(basis)), to: try #require(contents.journey(future.id)))
  }

  private func scene(
    _ view: ComparisonLayout.View, _ shown: Set<Difference.Sort> = Set(Difference.Sort.allCases)
  ) -> Scene {
    ComparisonLayout.scene(
      for: comparison, view: view, shown: shown, measuring: measuring, theme: .light)
  }

  private func texts(_ scene: Scene) -> [String] { scene.items.flatMap(\.content.texts) }

  /// A step more, one less, and cards over several steps.
  @Test func stepsThatCorrespondStandBelowEachOther() throws {
    let old = comparison.old
    let new = comparison.new
    var change = new.after(
      try #require(new.addingStep("Another one", after: new.steps[2].id)).edit)
    let gone = try #require(change.deleting([change.steps[6].reference]))
    change = change.after(gone)
    let other = JourneyComparison(from: old, to: change)
    let options = ComparisonLayout.sideBySide(other, measuring: measuring, theme: .light)
    func places(_ view: ComparisonLayout.View, _ options: JourneyLayout.Options) -> [UUID: Rect] {
      let scene = ComparisonLayout.scene(
        for: other, view: view, measuring: measuring, theme: .light, options: options)
      let steps = scene.items.filter { $0.role == .stepHeader }
      return Dictionary(
        steps.compactMap { item in
          guard case .record(let reference) = item.subject else { return nil }
          return (reference.id, item.frame)
        },
        uniquingKeysWith: { first, _ in first })
    }
    let upper = places(.old, options.old)
    let lower = places(.new, options.new)
    var count = 0
    for step in old.steps {
      guard let id = other.newID(of: step.id) else { continue }
      let (above, below) = (try #require(upper[step.id]), try #require(lower[id]))
      #expect(above.minX == below.minX && above.width == below.width, "\(step.title)")
      count += 1
    }
    #expect(count >= 5 && !options.old.gaps.isEmpty && !options.new.gaps.isEmpty)
    // What is free in one map has a step in the other.
    #expect(Set(upper.values.map(\.minX)) != Set(lower.values.map(\.minX)))
    let spans = { (scene: Scene) in scene.items.filter { $0.role == .card }.map(\.frame.width).max()
    }
    let plain = ComparisonLayout.scene(
      for: other, view: .old, measuring: measuring, theme: .light, options: options.old)
    #expect(try #require(spans(plain)) > 0)
  }

  @Test func theOverlayHoldsBothMapsAndAMarkForEachDifference() throws {
    let scene = scene(.overlay)
    let ids = Set(
      scene.items.compactMap { item -> UUID? in
        if case .record(let reference) = item.subject { return reference.id }
        return nil
      })
    for difference in comparison.differences where difference.kind != .journeyMap {
      let id = try #require(difference.newID ?? difference.oldID)
      #expect(ids.contains(id), "\(ComparisonWords.line(of: difference))")
    }
    let all = texts(scene)
    for sort in [Difference.Sort.added, .removed] {
      let line = "\(ComparisonWords.mark(of: sort)) \(ComparisonWords.name(of: sort))"
      let expected = comparison.differences.filter {
        $0.sort == sort && $0.kind != .blueprintLine
      }
      #expect(all.count { $0 == line } == expected.count)
    }
    // Nothing is written in one piece with its note.
    #expect(!all.contains { $0.contains("\n") })
    for card in comparison.old.cards.values where comparison.newID(of: card.id) == nil {
      let struck = scene.items.flatMap(\.content.primitives).contains { primitive in
        guard case .text(let block) = primitive else { return false }
        return block.text == card.text && block.style.isStruckThrough
      }
      #expect(struck, "\(card.text)")
    }
    let spoken = scene.items.compactMap(\.label).joined(separator: "\n")
    #expect(spoken.contains("+ Added") && spoken.contains("− Removed"))
  }

  @Test(arguments: ComparisonLayout.View.allCases)
  func everyTextHasItsRoom(_ view: ComparisonLayout.View) {
    let scene = scene(view)
    SceneChecks.expectInside(scene, measuring: measuring, "\(view)")
    SceneChecks.expectNoOverlap(scene, roles: [.card], "\(view)")
    SceneChecks.expectNoOverlap(scene, roles: [.laneHeader, .lineLabel], "\(view)")
  }

  @Test func whatIsNotShownLeavesNoTrace() {
    let plain = scene(.overlay, [])
    #expect(!texts(plain).contains { $0.hasPrefix("+ ") || $0.hasPrefix("− ") })
    #expect(texts(plain).count < texts(scene(.overlay)).count)
    let own = JourneyLayout.scene(for: comparison.new, measuring: measuring, theme: .light)
    #expect(plain.size == own.size)
  }

  @Test func oneMapFollowsTheOtherByTheirSteps() throws {
    let scenes = (scene(.old), scene(.new))
    let alignment = AlignedScroll(scenes.0, scenes.1) { comparison.newID(of: $0) }
    var checked = 0
    for item in scenes.0.items where item.role == .stepHeader {
      guard case .record(let reference) = item.subject,
        let newID = comparison.newID(of: reference.id),
        let index = scenes.1.index(of: .record(EntityReference(.step, newID)))
      else { continue }
      let other = scenes.1.items[index].frame
      #expect(alignment.toSecond(Point(item.frame.minX, 0)).x == other.minX)
      #expect(alignment.toFirst(Point(other.minX, 0)).x == item.frame.minX)
      checked += 1
    }
    #expect(checked > 4)
  }

  @Test func aDocumentListsThemAllOnPagesWithNothingCut() throws {
    let picture = Picture.comparison(comparison, Set(Difference.Sort.allCases))
    let measuring = try #require(PangoTextMeasuring())
    let scene = picture.scene(measuring: measuring, theme: .print)
    let lines = comparison.differences.map(ComparisonWords.line)
    #expect(Set(scene.appendix.map(\.text)).isSuperset(of: lines))
    let small = PDFAppendix(
      scene: scene, paper: Size(300, 240), after: 1, measuring: measuring,
      painter: CairoPainter(measuring: measuring))
    let large = PDFAppendix(
      scene: scene, paper: Size(842, 1191), after: 1, measuring: measuring,
      painter: CairoPainter(measuring: measuring))
    #expect(small.pageCount > large.pageCount && large.pageCount > 0)
    // On small paper a long paragraph goes on on the next page.
    let words = { (texts: [String]) in
      texts.joined(separator: " ").split(whereSeparator: \.isWhitespace)
    }
    #expect(words(small.texts) == words(large.texts))
    #expect(small.lowest <= 240 - 56 + 0.01)
  }

  @Test func alongThePaperTheListStandsInColumns() throws {
    let picture = Picture.comparison(comparison, Set(Difference.Sort.allCases))
    let measuring = try #require(PangoTextMeasuring())
    let scene = picture.scene(measuring: measuring, theme: .print)
    let painter = CairoPainter(measuring: measuring)
    let upright = PDFAppendix(
      scene: scene, paper: Size(595, 842), after: 1, measuring: measuring, painter: painter)
    let along = PDFAppendix(
      scene: scene, paper: Size(842, 595), after: 1, measuring: measuring, painter: painter)
    #expect(along.pageCount <= upright.pageCount)
    #expect(along.texts == upright.texts)
    #expect(along.lowest <= 595 - 56 + 0.01)
  }

  @Test(arguments: [PageSetup.Fit.sheets, .onePage])
  func printingEndsWithTheList(fit: PageSetup.Fit) throws {
    let all = Set(Difference.Sort.allCases)
    var setup = PageSetup()
    setup.fit = fit
    let printed = try PrintedPages(.comparison(comparison, all), theme: .print, setup: setup)
    let picture = try PrintedPages(.comparison(comparison, []), theme: .print, setup: setup)
    #expect(printed.count > 1 && picture.count >= 1)
    // The last sheet is text: it is painted, and unlike the first.
    let bounds = Size(300, 300)
    let last = try printed.preview(printed.count - 1, within: bounds)
    #expect(try last != printed.preview(0, within: bounds))
    if fit == .onePage { #expect(printed.count > 1 + (picture.count - 1)) }
  }

  @Test func theOverlayShowsWhatTheOthersFeelToo() throws {
    var other = comparison.new.personas
    let jonas = try #require(other.firstIndex { $0.id != comparison.new.map.personaID })
    other[jonas].colour = .pink
    let emotions = comparison.new.steps.map {
      Emotion(stepID: $0.id, personaID: other[jonas].id, value: -0.5)
    }
    let new = JourneyContents(
      map: comparison.new.map, stages: comparison.new.stages, steps: comparison.new.steps,
      lanes: comparison.new.lanes, lines: comparison.new.lines,
      cards: Array(comparison.new.cards.values),
      emotions: Array(comparison.new.emotions.values.joined()) + emotions, personas: other)
    let both = JourneyComparison(from: comparison.old, to: new)
    let scene = ComparisonLayout.scene(for: both, measuring: measuring, theme: .light)
    let points = scene.items.filter { item in
      if case .emotion(_, let persona) = item.subject { return persona?.id == other[jonas].id }
      return false
    }
    #expect(points.count == new.steps.count)
    #expect(texts(scene).contains(other[jonas].name))
  }
}
