import Foundation

extension Skill: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Skill> {
    Register(
      name: "skills", title: tr("Skills"),
      columns: [
        .text("skill", tr("Skill"), weight: 1.8, grows: true, \.title),
        .text("meaning", tr("What one can do"), weight: 2.6, \.meaning),
      ],
      explanation: tr(
        "No skill yet. List what people need to master; then say for each role how well, from 0 (not at all) to 4 (can train others)."
      ),
      addTitle: tr("Add skill"), addName: .addSkill,
      make: { Skill(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}
