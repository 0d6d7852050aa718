import Foundation
import UpliftCore

/// Says where what is dragged on a map would land, and shows it. Made when a drag begins and when
/// the map changes under it; what it is asked while the pointer moves costs next to nothing.
public struct JourneyDropPlanner: Sendable {
  public let drag: JourneyDrag
  let contents: JourneyContents
  let grid: JourneyGrid
  let theme: Theme
  let emotion: EmotionDrag?
  /// Of the cards that are dragged: lane (in `lanes`) and step (in the map).
  let shape: [Place]
  /// What cards can be dragged into, in order.
  let lanes: [UUID]
  /// Those among which lanes and lines are dragged.
  var rows: [JourneyGrid.Row] { grid.rows }
  private let dragged: Set<UUID>
  /// Lane and step of the grabbed card.
  private let grabbed: Place
  /// Steps between the one at which the grabbed card begins and the one at which it was grabbed.
  private let grabbedOffset: Int
  private let stepShifts: ClosedRange<Int>
  private let laneShifts: ClosedRange<Int>

  struct Place: Hashable {
    var lane: Int
    var step: Int
  }

  /// - Parameters:
  ///   - start: where the pointer took hold.
  ///   - options: those of the scene.
  /// - Returns: nil when what is dragged is not in the map.
  public init?(
    _ drag: JourneyDrag, from start: ScenePlace, contents: JourneyContents, scene: Scene,
    theme: Theme, options: JourneyLayout.Options = JourneyLayout.Options()
  ) {
    self.drag = drag
    self.contents = contents
    self.theme = theme
    let grid = JourneyGrid(scene, contents)
    self.grid = grid
    dragged = Set(drag.references.map(\.id))
    var shape = Set<Place>()
    var lanes: [UUID] = []
    var grabbed = Place(lane: 0, step: 0)
    var offset = 0
    var emotion: EmotionDrag?
    switch drag {
    case .cards(let ids, let grabbedID):
      guard let card = contents.cards[grabbedID] else { return nil }
      let own = Set(ids.compactMap { contents.cards[$0]?.laneID })
      let open = Set(contents.cardLanes.map(\.id)).union(own)
      lanes = grid.rows.map(\.reference.id).filter(open.contains)
      let lanePlaces = Dictionary(
        lanes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let stepPlaces = Dictionary(
        contents.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      for id in ids {
        guard let card = contents.cards[id], let lane = lanePlaces[card.laneID],
          let step = stepPlaces[card.stepID]
        else { return nil }
        shape.insert(Place(lane: lane, step: step))
        if id == grabbedID { grabbed = Place(lane: lane, step: step) }
      }
      if let first = grid.column(of: card.stepID),
        let at = grid.column(at: grid.flipped(start.point).x)
      {
        offset = max(0, at - first)
      }
    case .emotion(let stepID, let personaID):
      guard
        let made = EmotionDrag(
          stepID, personaID, contents: contents, scene: scene, grid: grid, options: options)
      else { return nil }
      emotion = made
    default:
      guard !drag.references.isEmpty else { return nil }
      for reference in drag.references where !contents.holds(reference) { return nil }
    }
    self.shape = Array(shape)
    self.lanes = lanes
    self.grabbed = grabbed
    self.emotion = emotion
    grabbedOffset = offset
    let steps = shape.map(\.step)
    let lanePlaces = shape.map(\.lane)
    stepShifts =
      -(steps.min() ?? 0)...max(0, contents.steps.count - 1 - (steps.max() ?? 0))
    laneShifts = -(lanePlaces.min() ?? 0)...max(0, lanes.count - 1 - (lanePlaces.max() ?? 0))
  }

  public var axis: DragAxis {
    switch drag {
    case .cards: .both
    case .steps, .stages, .edge: .horizontal
    case .rows, .emotion: .vertical
    }
  }

  /// Where it would land if it were let go now; nil: nowhere.
  ///
  /// - Parameter copies: what is dragged stays where it is, too.
  public func target(at place: ScenePlace, copies: Bool = false) -> JourneyDropTarget? {
    let point = grid.flipped(place.point)
    switch drag {
    case .cards:
      return landing(in: place.band, point, copies: copies).map(JourneyDropTarget.cards)
    case .steps: return stepTarget(point.x, copies: copies)
    case .stages:
      let next = grid.stages.first {
        (copies || !dragged.contains($0.id)) && point.x < ($0.minX + $0.maxX) / 2
      }
      return .stages(before: next?.id)
    case .rows:
      let next = rows.first {
        (copies || !dragged.contains($0.reference.id)) && point.y < $0.midY
      }
      return .rows(before: next?.reference)
    case .emotion: return emotion.map { .emotion($0.value(at: point.y)) }
    case .edge(let edge, let id): return extent(of: id, edge, point.x)
    }
  }

  // MARK: Cards

  private func landing(in band: Band, _ point: Point, copies: Bool) -> CardLanding? {
    var to = grabbed
    if band == .body || band == .columnHeader {
      guard let column = grid.column(at: point.x),
        let index = stepIndex(grid.columns[column], column)
      else { return nil }
      to.step = index
    }
    if band == .body || band == .rowHeader {
      guard let lane = lane(at: point.y) else { return nil }
      to.lane = lane
    }
    guard band != .corner else { return nil }
    let stepShift = bounded(to.step - grabbed.step, stepShifts)
    let laneShift = bounded(to.lane - grabbed.lane, laneShifts)
    let place = Place(lane: grabbed.lane + laneShift, step: grabbed.step + stepShift)
    let isStill = stepShift == 0 && laneShift == 0
    guard contents.steps.indices.contains(place.step), lanes.indices.contains(place.lane),
      band == .body || !isStill || copies
    else { return nil }
    let cell = Cell(laneID: lanes[place.lane], stepID: contents.steps[place.step].id)
    var before: UUID?
    if band == .body, place == to {
      before = (contents.cells[cell] ?? []).first { id in
        guard copies || !dragged.contains(id), let frame = grid.cardFrames[id] else {
          return false
        }
        return point.y < frame.midY
      }
    }
    return CardLanding(
      cell: cell, before: before, stepShift: stepShift, laneShift: laneShift, lanes: lanes)
  }

  /// Of the step at which the grabbed card would begin, with the pointer in a column.
  private func stepIndex(_ column: JourneyGrid.Column, _ index: Int) -> Int? {
    guard let stepID = column.stepID else { return nil }
    let first = max(0, index - grabbedOffset)
    let id = grid.columns[first].stepID ?? stepID
    return contents.steps.firstIndex { $0.id == id }
  }

  /// The lane at y, in `lanes`; over a blueprint line the nearer one. Nil over a lane that takes
  /// no cards.
  private func lane(at y: Double) -> Int? {
    guard let row = grid.row(at: y) else { return nil }
    let reference = grid.rows[row].reference
    if let lane = lanes.firstIndex(of: reference.id) { return lane }
    guard reference.kind == .blueprintLine else { return nil }
    let neighbour = y < grid.rows[row].midY ? row - 1 : row + 1
    guard grid.rows.indices.contains(neighbour) else { return nil }
    return lanes.firstIndex(of: grid.rows[neighbour].reference.id)
  }

  private func bounded(_ value: Int, _ range: ClosedRange<Int>) -> Int {
    min(max(value, range.lowerBound), range.upperBound)
  }

  // MARK: Steps

  private func stepTarget(_ x: Double, copies: Bool) -> JourneyDropTarget? {
    guard let index = grid.column(at: x) else { return nil }
    let column = grid.columns[index]
    let first = x < column.midX ? index : index + 1
    let next = grid.columns[first...].prefix { $0.stageID == column.stageID }.first {
      column in column.stepID.map { copies || !dragged.contains($0) } ?? false
    }
    return .steps(stageID: column.stageID, before: next?.stepID)
  }

  // MARK: Edges

  private func extent(of id: UUID, _ edge: JourneyDrag.Edge, _ x: Double) -> JourneyDropTarget? {
    guard let card = contents.cards[id], let first = grid.column(of: card.stepID) else {
      return nil
    }
    let last = first + min(max(card.span, 1), grid.columns.count - first) - 1
    // The edge of a column that is nearest to the pointer.
    func nearest(_ columns: ClosedRange<Int>, _ edge: (JourneyGrid.Column) -> Double) -> Int {
      columns.min { abs(edge(grid.columns[$0]) - x) < abs(edge(grid.columns[$1]) - x) } ?? first
    }
    switch edge {
    case .trailing:
      let end = nearest(first...grid.columns.count - 1, \.maxX)
      return .extent(stepID: card.stepID, span: end - first + 1)
    case .leading:
      let start = nearest(0...last, \.minX)
      guard let stepID = grid.columns[start].stepID else { return nil }
      return .extent(stepID: stepID, span: last - start + 1)
    }
  }
}

extension JourneyContents {
  fileprivate func holds(_ reference: EntityReference) -> Bool {
    switch reference.kind {
    case .card: cards[reference.id] != nil
    case .step: steps.contains { $0.id == reference.id }
    case .stage: stages.contains { $0.id == reference.id }
    case .lane: lanes.contains { $0.id == reference.id }
    case .blueprintLine: lines.contains { $0.id == reference.id }
    default: false
    }
  }
}
