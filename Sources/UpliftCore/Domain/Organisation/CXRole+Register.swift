import Foundation

extension CXRole: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<CXRole> {
    Register(
      name: "cx-roles", title: tr("CX roles"),
      columns: [
        .text("role", tr("Role"), weight: 1.6, grows: true, \.title),
        .person("holder", tr("Held by"), \.holder, in: context),
        .text("team", tr("Team"), \.team),
        .person("reports to", tr("Reports to"), \.reportsTo, in: context),
        .text("seat", tr("Seat at which table"), weight: 1.5, \.seat),
        .reference(
          "department", tr("Inside department"), \.departmentID, to: .department, in: context
        )
        .marked(
          tr(
            "A role inside one department speaks for that department only: better it stands beside all of them."
          )
        ) { $0.departmentID != nil },
      ],
      explanation: tr(
        "Nobody yet. Who looks after customer experience, to whom do they report, and at which table do they sit?"
      ),
      addTitle: tr("Add CX role"), addName: .addCXRole,
      make: { CXRole(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
