import Foundation

extension LeaderAct: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<LeaderAct> {
    var register = Register(
      name: "leader-acts", title: tr("Visible acts"),
      columns: [
        .reference("leader", tr("Leader"), \.leaderID, to: .leader, in: context),
        .day("day", tr("Day"), \.day, in: context),
        .text("act", tr("Visible act"), weight: 3, grows: true, \.text),
      ],
      explanation: tr("No visible act yet. Write down what a leader did that people could see."),
      addTitle: tr("Add visible act"), addName: .addLeaderAct,
      make: {
        LeaderAct(
          leaderID: $0?.leaderID ?? context.firstID(of: .leader), rank: .between($0?.rank, nil),
          day: context.today)
      },
      recordName: \.text
    ).toldApart(by: "leader", "day", isOfEvents: true)
    register.owner = RegisterOwner(.leader, column: "leader", in: context)
    return register
  }
}
