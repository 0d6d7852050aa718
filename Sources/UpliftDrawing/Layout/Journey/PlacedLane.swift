import Foundation
import UpliftCore

/// Where the cards of a lane stand.
struct PlacedLane {
  struct PlacedCell {
    var cell: Cell
    var column: Int
    var place: PlaceLabel
    var count: Int
    /// When nothing stands in it but cards.
    var label: ItemLabel

    init(cell: Cell, column: Int, place: PlaceLabel, count: Int) {
      self.cell = cell
      self.column = column
      self.place = place
      self.count = count
      label = .cell(place, count: count)
    }
  }

  /// In the scene, or with the lane's top at 0.
  var cards: [SceneItem] = []
  var cells: [PlacedCell] = []
  /// Where the lane ends, if nothing else in it is higher.
  var bottom = 0.0
}
