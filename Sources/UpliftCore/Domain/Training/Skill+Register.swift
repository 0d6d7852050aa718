import Foundation

extension Skill: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Skill> {
    Register(
      name: "skills", title: tr("Skills"),
      columns: [
        .text("skill", tr("Skill"), weight: 1.6, \.title),
        .text("meaning", tr("What one can do"), weight: 2.6, grows: true, \.meaning),
        .computed(
          "missing levels", tr("Missing levels"), weight: 1.1, rule: SkillGaps.rule, isFigure: true,
          text: { context.need(of: $0.id).map { context.numbers.text(Double($0.gap)) } ?? "" },
          key: { context.need(of: $0.id).map { .number(Double($0.gap)) } }),
        .computed(
          "trainers", tr("Can train others"), weight: 1.8,
          rule: tr("Roles that have it at 4 of 4. Marked when somebody needs it and none has."),
          text: { context.need(of: $0.id).map { listed($0.trainers) } ?? "" }
        ).marked { context.need(of: $0.id)?.lacksTrainer ?? false },
      ],
      explanation: tr(
        "No skill yet. List what people need to master; then say for each role how well, from 0 (not at all) to 4 (can train others)."
      ),
      addTitle: tr("Add skill"), addName: .addSkill,
      make: { Skill(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
