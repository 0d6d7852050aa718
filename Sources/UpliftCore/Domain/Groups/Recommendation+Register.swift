import Foundation

extension Recommendation: RegisterRecord {
  /// Of all groups.
  public static func register(in context: RegisterContext) -> Register<Recommendation> {
    var register = register(in: context, of: nil) {
      context.entries(of: .meeting).map { ($0.reference.id, $0.title) }
    }
    register.columns.insert(
      .reference("group", tr("Group"), \.groupID, to: .advisoryGroup, in: context), at: 1)
    register.owner = RegisterOwner(.advisoryGroup, column: "group", in: context)
    return register
  }

  /// - Parameters:
  ///   - groupID: new ones are this group's; nil: the first one's.
  ///   - meetings: that one of them may come from, in order, by their ids.
  public static func register(
    in context: RegisterContext, of groupID: UUID?,
    meetings: @escaping () -> [(id: UUID, title: String)]
  ) -> Register<Recommendation> {
    let answers: [(value: Recommendation.Answer?, title: String)] =
      [(nil, "")] + Recommendation.Answer.allCases.map { ($0, GroupWords.name(of: $0)) }
    return Register(
      name: "recommendations", title: tr("Recommendations"),
      columns: [
        .text("recommendation", tr("Recommendation"), weight: 1.9, grows: true, \.text),
        .person("owner", tr("Owner"), weight: 1, \.owner, in: context),
        .choice("answer", tr("Answer"), weight: 0.95, \.answer) { answers },
        .text("reason", tr("Reason"), weight: 1, \.reason).marked(
          tr("Declined, and the group is not told why.")
        ) { $0.answer == .declined && $0.reason.isBlank },
        .day("asked on", tr("Asked on"), \.askedOn, in: context),
        .computed(
          "age", tr("Age"), rule: tr("Days since the group asked for it."), isFigure: true,
          text: { $0.ageText(on: context.today) },
          key: { one in one.age(on: context.today).map { .number(Double($0)) } }),
        .day("due", tr("Due"), \.due, in: context).marked(tr("Open, and its day has passed.")) {
          $0.isLate(on: context.today)
        },
        .day("done", tr("Done"), \.doneOn, in: context),
        .day("told", tr("Told"), \.toldOn, in: context),
        .choice("meeting", tr("Meeting"), weight: 1.15, \.meetingID) {
          [(nil, "")] + meetings().map { ($0.id, $0.title) }
        }.leading { $0.meetingID.map { EntityReference(.meeting, $0) } },
      ],
      views: [
        (tr("Still owed"), { $0.isOwed }), (tr("Open"), { $0.isOpen }),
        (tr("Late"), { $0.isLate(on: context.today) }), (tr("All"), { _ in true }),
      ],
      actions: [
        RegisterAction(title: tr("Accepted")) { rows in
          Edit.changing(rows) { $0.answer = .accepted }
        },
        RegisterAction(title: tr("Asked for a date")) { rows in
          Edit.changing(rows) { $0.answer = .askedForDate }
        },
        RegisterAction(title: tr("Declined")) { rows in
          Edit.changing(rows) { $0.answer = .declined }
        },
        RegisterAction(title: tr("Done today")) { rows in
          Edit.changing(rows) { $0.doneOn = context.today }
        },
        RegisterAction(title: tr("Told today")) { rows in
          Edit.changing(rows) { $0.toldOn = context.today }
        },
      ],
      explanation: tr(
        "No recommendation yet. Write down what the group asks for, who is to answer, and by when. The group hears what came of it."
      ),
      addTitle: tr("Add recommendation"), addName: .addRecommendation,
      make: { last in
        Recommendation(
          groupID: groupID ?? context.entries(of: .advisoryGroup).first?.reference.id ?? UUID(),
          rank: .between(last?.rank, nil), text: "", askedOn: context.today)
      }, recordName: \.text)
  }

  /// "9 days"; empty when nobody knows.
  public func ageText(on today: CalendarDay) -> String {
    age(on: today).map { ntr("{count} day", "{count} days", $0) } ?? ""
  }
}
