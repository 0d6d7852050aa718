import Foundation

extension Promise: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Promise> {
    let outcomes: [(value: Promise.Outcome?, title: String)] = [
      (nil, ""), (.kept, tr("kept")), (.broken, tr("broken")),
    ]
    return Register(
      name: "promises", title: tr("Promises"),
      columns: [
        .text("promise", tr("Promise"), weight: 2.2, grows: true, \.title),
        .text("to whom", tr("To whom"), weight: 1.2, \.toWhom),
        .person("by whom", tr("By whom"), weight: 1.15, \.owner, in: context),
        .reference("step", tr("Step"), weight: 1.7, \.stepID, to: .step, in: context),
        .day("made on", tr("Made on"), \.madeOn, in: context),
        .day("due", tr("Due"), \.due, in: context)
          .marked(tr("Late: it is open, and its day is over.")) {
            $0.isLate(on: context.today)
          },
        .choice("outcome", tr("Outcome"), weight: 0.9, \.outcome) { outcomes },
        .day("closed on", tr("Closed on"), \.closedOn, in: context),
      ],
      views: [
        (tr("Open"), { $0.outcome == nil }), (tr("Late"), { $0.isLate(on: context.today) }),
        (tr("All"), { _ in true }),
      ],
      actions: [
        RegisterAction(title: tr("Kept today")) { rows in
          Edit.changing(rows) { ($0.outcome, $0.closedOn) = (.kept, context.today) }
        },
        RegisterAction(title: tr("Broken")) { rows in
          Edit.changing(rows) { ($0.outcome, $0.closedOn) = (.broken, context.today) }
        },
        RegisterAction(title: tr("Open again")) { rows in
          Edit.changing(rows) { ($0.outcome, $0.closedOn) = (nil, nil) }
        },
      ],
      explanation: tr(
        "No promise yet. Write down what was promised to whom, at which step, by when and by whom; then it is kept."
      ),
      addTitle: tr("Add promise"), addName: .addPromise,
      make: { Promise(rank: .between($0?.rank, nil), title: "", madeOn: context.today) },
      recordName: \.title, summary: { summary($0, on: context.today) }
    ).toldApart(by: "to whom", "made on")
  }

  private static func summary(_ promises: [Promise], on today: CalendarDay) -> [String] {
    let open = promises.count { $0.outcome == nil }
    let kept = promises.count { $0.outcome == .kept }
    let closed = promises.count - open
    let late = promises.count { $0.isLate(on: today) }
    let keptLate = promises.count(where: \.wasKeptLate)
    return [
      [
        ntr("{count} promise", "{count} promises", promises.count),
        tr("{count} open", ["count": open]), tr("{count} late", ["count": late]),
        closed == 0
          ? ""
          : tr("{kept} of {closed} that are closed were kept", ["kept": kept, "closed": closed]),
        keptLate == 0 ? "" : tr("{count} of them after their day", ["count": keptLate]),
      ].filter { !$0.isEmpty }.joined(separator: " · "),
      tr("Late: it is open, and its day is over."),
    ]
  }
}
