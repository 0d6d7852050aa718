import Foundation
import UpliftCore

/// Lays out what is different between two maps, on the maps themselves.
public enum ComparisonLayout {
  public enum View: Hashable, Sendable, CaseIterable {
    /// Both in one picture: the newer map, with what was removed in its old place.
    case overlay
    /// The older map with what became of its parts.
    case old
    /// The newer map with where its parts came from.
    case new
  }

  /// The picture of a comparison: a map whose parts carry notes. The same values give the same
  /// picture.
  ///
  /// - Parameter shown: sorts of differences; others are left out as if they were none.
  public static func scene(
    for comparison: JourneyComparison, view: View = .overlay,
    shown: Set<Difference.Sort> = Set(Difference.Sort.allCases), measuring: any TextMeasuring,
    theme: Theme, options: JourneyLayout.Options = JourneyLayout.Options(),
    cache: LayoutCache = LayoutCache()
  ) -> Scene {
    var titles = NotedTitles()
    let journey: JourneyContents
    var emotions: [UUID: Double] = [:]
    var basis: [UUID: Double]?
    switch view {
    case .old: journey = comparison.old.withEverythingInSight()
    case .new: journey = comparison.new.withEverythingInSight()
    case .overlay:
      journey = MergedJourney(comparison: comparison, showsRemoved: shown.contains(.removed))
        .contents()
      if shown.contains(.emotion), comparison.differences.contains(where: { $0.sort == .emotion }) {
        (basis, emotions) = comparison.bothEmotions(on: journey)
      }
    }
    let noted = titles.adding(
      comparison.notes(on: view, shown), to: journey, emotions: emotions, basis: basis)
    var options = options
    options.comparesVersions =
      view == .overlay && comparison.old.map.state == comparison.new.map.state
    var scene = JourneyLayout.scene(
      for: noted, measuring: NotedTextMeasuring(measuring, titles), theme: theme, options: options,
      cache: cache)
    let painter = NotedItem(measuring: measuring, theme: theme)
    var places = OwnPlaces(titles)
    for index in scene.items.indices {
      scene.items[index].spokenLabel = places.label(scene.items[index].spokenLabel)
      guard case .record(let reference) = scene.items[index].subject,
        let title = titles.titles[reference.id]
      else { continue }
      scene.items[index] = painter.draw(scene.items[index], title)
    }
    if view == .overlay {
      scene.title = comparison.title
      scene.subtitle = comparison.summary
    }
    return scene
  }

  /// The list of all differences, by sort, for the pages after the picture.
  public static func appendix(
    for comparison: JourneyComparison,
    shown: Set<Difference.Sort> = Set(Difference.Sort.allCases)
  ) -> [AppendixBlock] {
    var blocks = [
      AppendixBlock(.title, comparison.title), AppendixBlock(.text, comparison.summary),
    ]
    for sort in Difference.Sort.allCases where shown.contains(sort) {
      let own = comparison.differences.filter { $0.sort == sort }
      guard !own.isEmpty else { continue }
      blocks.append(
        AppendixBlock(
          .heading,
          tr(
            "{name} ({count})",
            ["name": ComparisonWords.name(of: sort), "count": own.count])))
      blocks += own.map {
        AppendixBlock(.text, ComparisonWords.line(of: $0), mark: ComparisonWords.mark(of: sort))
      }
    }
    return blocks
  }
}

extension JourneyComparison {
  /// The point of view's emotions before and after, by step of the merged map.
  fileprivate func bothEmotions(on merged: JourneyContents) -> ([UUID: Double], [UUID: Double]) {
    var before: [UUID: Double] = [:]
    var after: [UUID: Double] = [:]
    for step in merged.steps {
      let oldID = oldID(of: step.id) ?? (new.steps.contains { $0.id == step.id } ? nil : step.id)
      if let oldID, let value = old.emotion(at: oldID)?.value { before[step.id] = value }
      if let value = new.emotion(at: step.id)?.value { after[step.id] = value }
    }
    return (before, after)
  }
}

extension JourneyContents {
  /// With no lane hidden, collapsed or pinned.
  fileprivate func withEverythingInSight() -> JourneyContents {
    let isPlain = lanes.allSatisfy { !$0.isHidden && !$0.isCollapsed && !$0.isPinned }
    guard !isPlain else { return self }
    let shown = lanes.map { lane in
      var lane = lane
      lane.isHidden = false
      lane.isCollapsed = false
      lane.isPinned = false
      return lane
    }
    return JourneyContents(
      map: map, stages: stages, steps: steps, lanes: shown, lines: lines,
      cards: Array(cards.values), emotions: Array(emotions.values.joined()), personas: personas,
      departments: departments, cardDepartments: Array(cardDepartments.values), extras: extras)
  }
}
