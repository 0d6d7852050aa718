import Foundation

/// Training, communication, culture.
extension PlanWriter {
  mutating func addTraining() {
    register("training", level: 3, title: tr("From the top down"))
    register("follow-ups", level: 3)
    addSkills()
    register("tips", level: 3)
  }

  /// Skills × roles, what is there of what is needed.
  private mutating func addSkills() {
    let skills = contents.skills.inOrder()
    let used = Set(contents.skillLevels.map(\.roleID))
    let roles = contents.workRoles.inOrder().filter { used.contains($0.id) }
    guard !skills.isEmpty, !roles.isEmpty else { return }
    heading(3, tr("Skills"))
    grid(
      tr("Present, of what is needed"),
      [.init(tr("Skill"), weight: 2.4)] + roles.map { .init($0.title, isFigure: true) },
      skills.map { skill in
        [skill.title]
          + roles.map { role in
            let level = contents.skillLevels.first {
              $0.skillID == skill.id && $0.roleID == role.id
            }
            guard let level, level.needed != nil || level.present != nil else { return "" }
            let present = level.present.map(String.init) ?? "–"
            guard let needed = level.needed else { return present }
            return tr("{present} of {needed}", ["present": present, "needed": needed])
          }
      })
    rule(tr("Levels: 0 not at all, 4 can train others."))
  }

  mutating func addCommunication() {
    register("messages", level: 3)
    addAudiences()
  }

  /// Who hears what.
  private mutating func addAudiences() {
    let titles = Dictionary(
      contents.messages.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let heard = Dictionary(grouping: contents.messageAudiences, by: \.audienceID)
    let rows = contents.audiences.inOrder().map { audience in
      [
        audience.title, audience.size.map(String.init) ?? "",
        (heard[audience.id] ?? []).compactMap { titles[$0.messageID] }.joined(separator: "; "),
      ]
    }
    guard !rows.isEmpty else { return }
    heading(3, tr("Audiences"))
    grid(
      "",
      [
        .init(tr("Audience"), weight: 1.6), .init(tr("People"), weight: 0.7, isFigure: true),
        .init(tr("What they hear"), weight: 4),
      ], rows.map { [$0[0], $0[1], $0[2].isEmpty ? tr("nothing yet") : $0[2]] })
  }

  mutating func addCulture() {
    let behaviours = Dictionary(grouping: contents.behaviours.inOrder(), by: \.valueID)
    list(
      tr("What we stand for"), level: 3,
      contents.cultureValues.inOrder().map { value in
        TextDocument.Item(
          text: value.title, remark: value.meaning,
          children: (behaviours[value.id] ?? []).map { TextDocument.Item(text: $0.text) })
      })
    register("answers", level: 3)
    register("climate", level: 3)
    addChain()
    register("employee-voices", level: 3)
    register("turnover", level: 3)
    addChampions()
  }

  /// The links of the service–profit chain, each with its newest figure.
  private mutating func addChain() {
    let rows = Metric.ChainLink.allCases.flatMap { link in
      contents.metrics.inOrder().filter { $0.chainLink == link }.map { metric -> [String] in
        let figures = figures(of: metric)
        return [
          link.planTitle, MetricWords.title(of: metric),
          figures.newest.map { MetricWords.value($0.value, of: metric) } ?? "–",
          figures.newest?.sampleSize.map(String.init) ?? "",
          figures.trend.map(MetricWords.name) ?? "",
        ]
      }
    }
    guard !rows.isEmpty else { return }
    heading(3, tr("Service–profit chain"))
    grid(
      "",
      [
        .init(tr("Link"), weight: 1.6), .init(tr("Measure"), weight: 2),
        .init(tr("Newest"), isFigure: true), .init(tr("n"), weight: 0.6, isFigure: true),
        .init(tr("Trend")),
      ], rows)
  }

  private mutating func addChampions() {
    let champions = contents.champions.inOrder()
    guard !champions.isEmpty else { return }
    heading(3, tr("Customer Champions"))
    let values = Dictionary(
      contents.cultureValues.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    grid(
      "",
      [
        .init(tr("Day")), .init(tr("To"), weight: 1.4), .init(tr("From"), weight: 1.4),
        .init(tr("Value"), weight: 1.2), .init(tr("Story"), weight: 4),
      ],
      champions.map {
        [
          day($0.day), $0.team.isEmpty ? $0.toName : "\($0.toName), \($0.team)", $0.fromName,
          $0.valueID.flatMap { values[$0] } ?? "", $0.story,
        ]
      })
  }
}

extension Metric.ChainLink {
  var planTitle: String {
    switch self {
    case .employeeExperience: tr("Employee experience")
    case .culture: tr("Culture")
    case .customerSatisfaction: tr("Customer satisfaction")
    case .profit: tr("Profit")
    }
  }
}
