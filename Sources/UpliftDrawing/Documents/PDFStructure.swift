import UpliftCore

/// Turns a scene's items into the structure that a screen reader finds in a PDF: a map is a table
/// with a row for each lane, a board a heading and paragraphs for each column.
struct PDFStructure {
  private let file: PDFFile
  private var open: [String] = []
  private var row: ItemRole?
  /// Of the lane, in order; those before `nextPlace` have their table cell.
  private var places: [ObjectIdentifier] = []
  private var nextPlace = 0
  private var cell: ObjectIdentifier?

  init(file: PDFFile) { self.file = file }

  /// Paints an item as part of the structure.
  ///
  /// - Parameter isRepeated: it was said on an earlier page; here it only says where we are.
  mutating func visit(
    _ item: SceneItem, isRepeated: Bool = false, paint: (_ textTags: CairoPainter.TextTags) -> Void
  ) {
    switch item.role {
    case .decoration, .emotionPoint, .button, .mark: paint(.none)
    case .title: single("Div", item, isRepeated, paint)
    case .stageHeader, .stepHeader:
      if row != item.role { startRow(item.role) }
      single("TH", item, isRepeated, paint)
    case .laneHeader, .lineLabel:
      startRow(item.role)
      single("TH", item, isRepeated, paint)
    case .cell:
      if let place = item.spokenLabel.place { places.append(ObjectIdentifier(place)) }
      guard !item.content.texts.isEmpty else { return paint(.none) }
      enterCell(of: item)
      paint(.each("P"))
    case .card:
      if row != .laneHeader { startRow(.laneHeader) }
      enterCell(of: item)
      linked(item) { paragraph(item, paint) }
    case .columnHeader: single("H2", item, isRepeated, paint)
    case .cluster: single("H3", item, isRepeated, paint)
    case .note: linked(item) { paint(.each("P")) }
    }
  }

  /// Closes what is open; nothing may be open at the end of a page.
  mutating func close() {
    endRow()
    while let name = open.popLast() { file.end(name) }
  }

  private func single(
    _ name: String, _ item: SceneItem, _ isRepeated: Bool,
    _ paint: (_ textTags: CairoPainter.TextTags) -> Void
  ) {
    guard !isRepeated, !item.content.texts.isEmpty else { return paint(.none) }
    // Headings hold spans; only these may stand in them.
    let textTags: CairoPainter.TextTags =
      item.content.texts.count == 1 ? .none : .each(name.hasPrefix("H") ? "Span" : "P")
    file.tagged(name) { paint(textTags) }
  }

  /// One paragraph for all that an item says: a large map has thousands of them.
  private func paragraph(_ item: SceneItem, _ paint: (_ textTags: CairoPainter.TextTags) -> Void) {
    guard !item.content.texts.isEmpty else { return paint(.none) }
    file.tagged("P") { paint(item.content.texts.count == 1 ? .none : .parted) }
  }

  private func linked(_ item: SceneItem, _ paint: () -> Void) {
    guard let link = item.content.link else { return paint() }
    file.tagged("Link", attributes: "uri='\(link)'", paint)
  }

  private mutating func startRow(_ role: ItemRole) {
    endRow()
    if open.isEmpty { begin("Table") }
    begin("TR")
    row = role
    places = []
    nextPlace = 0
  }

  private mutating func endRow() {
    guard row != nil else { return }
    leaveCell()
    // Cells after the last card.
    for _ in places.indices.dropFirst(nextPlace) { file.tagged("TD") {} }
    end("TR")
    row = nil
    places = []
    nextPlace = 0
  }

  private mutating func enterCell(of item: SceneItem) {
    guard let place = item.spokenLabel.place else { return }
    let id = ObjectIdentifier(place)
    guard cell != id else { return }
    leaveCell()
    while nextPlace < places.count, places[nextPlace] != id {
      file.tagged("TD") {}
      nextPlace += 1
    }
    nextPlace += 1
    begin("TD")
    cell = id
  }

  private mutating func leaveCell() {
    guard cell != nil else { return }
    end("TD")
    cell = nil
  }

  private mutating func begin(_ name: String) {
    file.begin(name)
    open.append(name)
  }

  private mutating func end(_ name: String) {
    file.end(name)
    open.removeLast()
  }
}
