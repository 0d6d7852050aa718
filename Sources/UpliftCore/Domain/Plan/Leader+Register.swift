import Foundation

extension Leader: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Leader> {
    Register(
      name: "leaders", title: tr("Leaders"),
      columns: [
        .person("name", tr("Leader"), weight: 1.5, \.name, in: context),
        .text("role", tr("Role"), \.role),
        .text("commitment", tr("Commitment"), weight: 2.4, grows: true, \.commitment),
        .day("signed on", tr("Signed on"), \.signedOn, in: context)
          .marked(tr("Not signed yet.")) { $0.signedOn == nil },
      ],
      views: [(tr("Not signed"), { $0.signedOn == nil }), (tr("All"), { _ in true })],
      explanation: tr(
        "No leader yet. Keep here who leads, what each of them said they would do, and when they signed."
      ),
      addTitle: tr("Add leader"), addName: .addLeader,
      make: { Leader(rank: .between($0?.rank, nil)) },
      recordName: \.name)
  }
}
