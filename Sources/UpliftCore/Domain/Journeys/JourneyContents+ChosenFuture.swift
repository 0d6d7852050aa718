import Foundation

/// Which of several future maps is laid over a map: the first in the order of the workspace. A new
/// one comes right after the map that it is of, and so before the others.
extension JourneyContents {
  /// What the dashed curve is called: "Future", and of several whose it is.
  public var futureName: String {
    guard futureMaps.count > 1, let first = futureMaps.first else { return tr("Future") }
    return name(ofFuture: first)
  }

  /// "…future state 2": what its title says beyond this map's; or else all of it.
  public func name(ofFuture future: JourneyMap) -> String {
    future.title.isEmpty ? tr("Untitled map") : future.title(beyond: map.title) ?? future.title
  }

  /// The map comes before the other futures of this one, so that it is laid over it. Nil when it
  /// is so already, or when it is no future of this map.
  ///
  /// - Parameter maps: all of the workspace, in order.
  public func overlaying(future mapID: UUID, among maps: [JourneyMap]) -> Edit? {
    guard let first = futureMaps.first, first.id != mapID,
      let chosen = futureMaps.first(where: { $0.id == mapID }),
      let place = maps.firstIndex(where: { $0.id == first.id })
    else { return nil }
    let before = maps[..<place].last { $0.id != mapID }
    return Edit.update(.chooseFuture, chosen) { $0.rank = .between(before?.rank, first.rank) }
  }
}

extension JourneyMap {
  /// "…future state" of "Returns, future state" beyond "Returns"; nil when it does not go on from
  /// there.
  public func title(beyond basis: String) -> String? {
    guard !basis.isEmpty, title.count > basis.count, title.hasPrefix(basis) else { return nil }
    let rest = title.dropFirst(basis.count).drop { !$0.isLetter && !$0.isNumber }
    return rest.isEmpty ? nil : "…" + rest
  }
}
