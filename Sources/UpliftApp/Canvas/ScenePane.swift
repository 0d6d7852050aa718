import UpliftDrawing

/// A part of the view that scrolls by itself: a band, of which pinned rows stand still when they
/// would scroll away.
struct ScenePane: Hashable {
  var band: Band
  /// Which of the scene's pinned rows stands here; nil: all that scrolls.
  var row: Int?
}
