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
      ],
      explanation: tr(
        "No tip yet. Keep quick tips, best practices that colleagues exchanged, and the small thing that a team does every day."
      ),
      addTitle: tr("Add tip"), addName: .addTip,
      make: { Tip(rank: .between($0?.rank, nil), day: context.today) },
      recordName: \.text)
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
