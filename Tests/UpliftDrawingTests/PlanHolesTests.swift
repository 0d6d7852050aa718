import Foundation
import Testing

@testable import UpliftCore
@testable import UpliftDrawing

/// Long texts and long tables leave no holes in a book, and nothing of them stands alone.
@Suite(.serialized) struct PlanHolesTests {
  private func pages(_ blocks: [TextDocument.Block]) throws -> [DocumentPage] {
    var document = TextDocument(title: "Book")
    document.cover = .init(title: "Book")
    document.blocks = [.heading(2, "Section")] + blocks
    return DocumentLayout.pages(
      of: document, measuring: try #require(PangoTextMeasuring(keepsLayouts: true)),
      theme: .print, paper: PageSetup.Paper.a4.size)
  }

  private func list(_ count: Int) -> TextDocument.Block {
    .list(
      (0..<count).map { number in
        TextDocument.Item(
          text: "Item \(number) " + String(repeating: "of a long list ", count: 6))
      })
  }

  private func labels(_ page: DocumentPage, _ beginning: String) -> [SceneItem] {
    page.scene.items.filter { $0.label?.hasPrefix(beginning) ?? false }
  }

  /// A row of many lines goes on on the next page rather than leave this one empty, and its long text
  /// has a wide column.
  @Test(arguments: [9, 24, 39]) func longRowsLeaveNoHoles(count: Int) throws {
    let long = String(repeating: "customers return what does not fit ", count: 85)
    let rows = (0..<5).map { ["Name \($0)", "Somebody", long] }
    let grid = TextDocument.Grid("", [.init("Name"), .init("Owner"), .init("What")], rows)
    let pages = try pages([list(count), .grid(grid)])
    // Without the cover, and without the last one.
    for (number, page) in pages.enumerated().dropFirst().dropLast() {
      let texts = page.scene.items.filter { $0.role == .cell }.map(\.frame.maxY)
      let end = (texts.max() ?? 0) / page.scene.size.height
      #expect(end > 0.85, "page \(number) ends at \(end)")
    }
    let cells = pages.flatMap(\.scene.items).filter { $0.role == .cell }
    let words = cells.map(\.content.spoken).joined().components(separatedBy: "customers").count - 1
    #expect(words == 5 * 85, "nothing is lost: \(words)")
    #expect((cells.map(\.frame.width).max() ?? 0) > 330)
  }

  @Test func theLastOfAListDoesNotStandAlone() throws {
    for count in 30...110 {
      let pages = try pages([list(count)])
      guard pages.count > 2, let last = pages.last else { continue }
      #expect(labels(last, "Item").count != 1, "\(count)")
    }
  }

  /// A figure that waited stands under the end of its table, when it finds room there.
  @Test func aShortTableIsNotInterruptedByAFigure() throws {
    let bubbles = (0..<5).map { place in
      PriorityMatrix.Bubble(
        EntityReference(.opportunity, UUID()), title: "Opportunity \(place)", value: 4,
        effort: Double(place))
    }
    let figure = TextDocument.Figure(
      .drawing(PriorityMatrix(bubbles: bubbles)), caption: "The matrix")
    let why = String(repeating: "because it is so and stays ", count: 4)
    let rows = (0..<13).map { ["Row \($0)", why, why] }
    let grid = TextDocument.Grid(
      "Opportunities", [.init("Name"), .init("Why"), .init("More")], rows)
    var parted = 0
    for count in 10...44 {
      let pages = try pages([
        list(count), .heading(3, "Which first"), .figure(figure), .grid(grid),
      ])
      for page in pages where labels(page, "Row 0").isEmpty {
        guard let figure = page.figures.first,
          let last = labels(page, "Row").map(\.frame.minY).max()
        else { continue }
        parted += 1
        #expect(figure.origin.y > last, "\(count): it stands in the middle of the table")
      }
    }
    #expect(parted > 0, "some tables go on on the figure's page")
  }
}
