import Foundation
import Testing
import UpliftCore

@testable import UpliftDrawing

/// The printed overview: one page, with every practice and its figure, in type that can be read.
@Suite(.serialized) struct PrintedOverviewTests {
  private static let today = CalendarDay(year: 2026, month: 11, day: 22) ?? CalendarDay(Date())
  /// Points, as it is promised; nobody reads smaller type on paper with ease.
  private static let leastType = 8.0

  private func pages(_ contents: WorkspaceContents, _ paper: Size) throws -> [DocumentPage] {
    DocumentLayout.pages(
      of: TextDocument(overviewOf: contents, today: Self.today),
      measuring: try #require(PangoTextMeasuring(keepsLayouts: true)), theme: .print,
      paper: paper, fitsOnePage: true)
  }

  /// With names that are as long as some people write them.
  private func withLongNames() throws -> WorkspaceContents {
    var contents = try Fixture.sample()
    func long(_ text: String) -> String {
      Array(repeating: text, count: 4).joined(separator: " and ")
    }
    contents.workspace.title = long(contents.workspace.title)
    for index in contents.promises.indices {
      contents.promises[index].title = long(contents.promises[index].title)
      contents.promises[index].owner = long(contents.promises[index].owner)
    }
    for index in contents.opportunities.indices {
      contents.opportunities[index].title = long(contents.opportunities[index].title)
    }
    for index in contents.metrics.indices {
      contents.metrics[index].title = long(contents.metrics[index].title)
    }
    for index in contents.milestones.indices {
      contents.milestones[index].title = long(contents.milestones[index].title)
    }
    return contents
  }

  private func expectOnePage(
    _ contents: WorkspaceContents, _ paper: Size,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let pages = try pages(contents, paper)
    #expect(pages.count == 1, sourceLocation: sourceLocation)
    let page = try #require(pages.first)
    let texts = page.scene.items.flatMap(\.content.texts)
    let all = texts.joined(separator: " ")
    for state in PracticeStates(contents, today: Self.today).states {
      #expect(state.hasBegun && texts.contains(state.subject.title), "\(state.subject)")
      #expect(all.contains(state.figure), "\(state.subject): \(state.figure)")
    }
    for item in page.scene.items {
      #expect(item.frame.maxY < paper.height - 20, "\(item.content.texts)")
      for case .text(let block) in item.content.primitives {
        #expect(block.style.size >= Self.leastType, "\(block.text)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func everyPracticeOfTheSampleStandsOnOnePage() throws {
    let contents = try Fixture.sample()
    for paper in [PageSetup.Paper.a4.size, PageSetup.Paper.letter.size] {
      try expectOnePage(contents, paper)
    }
  }

  @Test func longNamesAreShortenedWithASign() throws {
    let contents = try withLongNames()
    for paper in [PageSetup.Paper.a4.size, PageSetup.Paper.letter.size] {
      try expectOnePage(contents, paper)
    }
    let texts = try pages(contents, PageSetup.Paper.letter.size)[0].scene.items
      .flatMap(\.content.texts)
    #expect(texts.contains { $0.hasSuffix("…") })
  }

  /// What does not stand there is counted, matter by matter.
  @Test func whatIsNotListedIsCounted() throws {
    let contents = try Fixture.sample()
    let attention = Attention(contents, today: Self.today)
    let page = try #require(try pages(contents, PageSetup.Paper.letter.size).first)
    let texts = page.scene.items.flatMap(\.content.texts)
    let listed = attention.items.prefix { texts.contains($0.name) }.count
    #expect(listed >= 3)
    let rest = try #require(texts.first { $0.hasPrefix("And ") })
    #expect(rest.hasPrefix("And \(attention.n - listed) more: "))
    let counts = rest.matches(of: /\((\d+)\)/).compactMap { Int($0.1) }
    #expect(counts.reduce(0, +) == attention.n - listed)
  }
}
