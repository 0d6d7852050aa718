/// What a presentation goes through, one after the other.
public enum PresentationOrder: Hashable, Sendable {
  case stages, lanes, columns, clusters, ranking
}
