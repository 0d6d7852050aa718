import Foundation

/// What is to change: priorities, initiatives, what they need and what is in their way.
extension PlanWriter {
  mutating func addPriorities() {
    register("opportunities", level: 3)
  }

  mutating func addInitiatives() {
    register(Initiative.self, level: 3, title: tr("What we will do"))
    addPilots()
    register("resources", level: 3)
    addHeld()
    register(Barrier.self, level: 3)
  }

  /// Short runs before the long ones.
  private mutating func addPilots() {
    let rows = contents.initiatives.inOrder().filter {
      $0.pilotStart != nil || $0.pilotEnd != nil || !$0.pilotLearned.isEmpty
    }.map { [$0.title, day($0.pilotStart), day($0.pilotEnd), $0.pilotLearned] }
    guard !rows.isEmpty else { return }
    heading(3, tr("Pilots"))
    grid(
      "",
      [
        .init(tr("Initiative"), weight: 2), .init(tr("From")), .init(tr("To")),
        .init(tr("What it taught"), weight: 3),
      ], rows)
  }

  private mutating func addHeld() {
    let titles = Dictionary(
      contents.initiatives.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let items = contents.initiatives.inOrder().filter { $0.status == .held }.map { held in
      TextDocument.Item(
        text: held.title,
        remark: held.heldForID.flatMap { titles[$0] }.map {
          tr("makes room for “{title}”", ["title": $0])
        } ?? "")
    }
    list(tr("Put on hold"), level: 3, items)
  }
}
