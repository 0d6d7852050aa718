import Foundation

extension WorkRole: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<WorkRole> {
    Register(
      name: "roles", title: tr("Roles"),
      columns: [
        .text("role", tr("Role"), weight: 1.8, grows: true, \.title),
        .reference("department", tr("Department"), \.departmentID, to: .department, in: context),
        .text("purpose", tr("What it is for"), weight: 2.4, \.purpose),
        .computed(
          "missing levels", tr("Missing levels"), weight: 1.1, rule: SkillGaps.rule, isFigure: true,
          text: { context.gap(of: $0.id).map { context.numbers.text(Double($0.gap)) } ?? "" },
          key: { context.gap(of: $0.id).map { .number(Double($0.gap)) } }),
      ],
      explanation: tr(
        "No role yet. Roles are who takes part in decisions, who is trained, and who is looked for."
      ),
      addTitle: tr("Add role"), addName: .addWorkRole,
      make: { WorkRole(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
