import Foundation

extension Tip: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Tip> {
    Register(
      name: "tips", title: tr("Tips"),
      columns: [
        .text("tip", tr("Tip"), weight: 3, grows: true, \.text),
        .choice("sort", tr("Sort"), weight: 1.2, \.tipKind) {
          Kind.allCases.map { ($0, $0.title) }
        },
        .person("from", tr("From"), \.author, in: context),
        .text("team", tr("Team"), weight: 1.2, \.team),
        .day("day", tr("Day"), \.day, in: context),
        training(in: context),
      ],
      explanation: tr(
        "No tip yet. Keep quick tips, best practices that colleagues exchanged, and the small thing that a team does every day."
      ),
      addTitle: tr("Add tip"), addName: .addTip,
      make: { Tip(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.text)
  }

  /// The trainings that it belongs to: links that say what it is about.
  private static func training(in context: RegisterContext) -> RegisterColumn<Tip> {
    let links = { (tip: Tip) in
      context.linksAbout(tip.reference).filter { $0.toKind == .training }
    }
    return .several(
      "training", tr("Training"), weight: 1.6, of: .training,
      ids: { Set(links($0).map(\.toID)) }, in: context
    ) { tip, ids in
      let now = links(tip)
      var all = now
      var changes = now.filter { !ids.contains($0.toID) }.map { Change.delete($0.reference) }
      for id in ids.subtracting(now.map(\.toID)).sorted(by: { $0.uuidString < $1.uuidString }) {
        guard let new = all.adding(.about, from: tip.reference, to: EntityReference(.training, id))
        else { continue }
        all.append(new.record)
        changes += new.edit.changes
      }
      return changes
    }.leading { links($0).first?.to }
  }
}

extension Tip.Kind {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .quickTip: tr("quick tip")
    case .bestPractice: tr("best practice")
    case .dailyHabit: tr("daily habit")
    }
  }
}
