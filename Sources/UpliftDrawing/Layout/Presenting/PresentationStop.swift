import Foundation

/// What a presentation shows at a time. One that is too large for a page takes several.
public enum PresentationStop: Hashable, Sendable {
  /// The whole map or board, on one page however small.
  case overview
  /// A stage with all lanes.
  case stage(UUID)
  /// A lane across all steps.
  case lane(UUID)
  /// A board's column.
  case column(UUID)
  /// A board's cluster.
  case cluster(UUID)
  /// The result of a board's last vote.
  case ranking
}
