import Foundation
import UpliftCore

/// Where the cards of a lane stand.
struct PlacedLane {
  struct PlacedCard {
    var id: UUID
    var content: ItemContent
    /// In the scene, or with the lane's top at 0.
    var frame: Rect
    var label: ItemLabel
  }

  struct PlacedCell {
    var cell: Cell
    var column: Int
    var place: PlaceLabel
    var count: Int
  }

  var cards: [PlacedCard] = []
  var cells: [PlacedCell] = []
  /// Where the lane ends, if nothing else in it is higher.
  var bottom = 0.0
}
