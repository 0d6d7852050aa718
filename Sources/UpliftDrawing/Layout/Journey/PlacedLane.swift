import Foundation
import UpliftCore

/// Where the cards of a lane stand.
struct PlacedLane {
  /// Shared by every layout until the lane's cards change.
  final class PlacedCell {
    let cell: Cell
    let column: Int
    let place: PlaceLabel
    let count: Int
    /// When nothing stands in it but cards.
    let label: ItemLabel

    init(cell: Cell, column: Int, place: PlaceLabel, count: Int) {
      self.cell = cell
      self.column = column
      self.place = place
      self.count = count
      label = .cell(place, count: count)
    }
  }

  /// The cells as they were last drawn, the lane's top being 0: they change with its height alone.
  final class DrawnCells {
    var height = -1.0
    var items: [SceneItem] = []
  }

  let drawnCells = DrawnCells()
  /// In the scene, or with the lane's top at 0.
  var cards: [SceneItem] = []
  var cells: [PlacedCell] = []
  /// Where the lane ends, if nothing else in it is higher.
  var bottom = 0.0
}
