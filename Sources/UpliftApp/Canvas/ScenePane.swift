import UpliftDrawing

/// A part of the view that scrolls by itself: a band, of which pinned rows stay in sight.
struct ScenePane: Hashable {
  var band: Band
  /// The rows right under the column headers that do not scroll away.
  var isPinned = false

  /// Panes lie beside each other; no order matters.
  static let all: [ScenePane] =
    Band.allCases.map { ScenePane(band: $0) }
    + [ScenePane(band: .body, isPinned: true), ScenePane(band: .rowHeader, isPinned: true)]
}
