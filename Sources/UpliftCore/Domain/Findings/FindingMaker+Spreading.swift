/// What is found in training and communication.
extension FindingMaker {
  var lateTrainings: Finding {
    let all = contents.trainings.inOrder()
    let open = all.filter { $0.doneOn == nil }
    let late = open.filter { $0.isLate(on: today) }.sorted {
      ($0.day ?? today, $0.rank, $0.id.uuidString) < ($1.day ?? today, $1.rank, $1.id.uuidString)
    }
    return Finding(
      tr("Trainings that are late"),
      summary: tr(
        "{share} of the trainings that are not done.",
        ["share": Proportion(late.count, of: open.count).text]),
      rule: tr("Late: it is not done, and its day is over."),
      rows: late.map { one in
        Finding.Row(
          tr("{title}, {wave}", ["title": one.title, "wave": one.wave.title]),
          detail: line(
            day(one.day),
            one.day.map { ntr("{count} day late", "{count} days late", $0.days(until: today)) },
            one.trainer), reference: one.reference, isMarked: true)
      })
  }

  var cascade: Finding {
    let figures = TrainingCascade(contents.trainings, today: today)
    return Finding(
      tr("Waves that begin too early"),
      summary: line(
        tr(
          "{share} of the trainings.",
          ["share": Proportion(figures.faults.count, of: figures.n).text]),
        listed(
          figures.modules.filter { $0.trained.n > 0 }.map {
            tr("{module}: {share} trained", ["module": $0.title, "share": $0.trained.text])
          })), rule: TrainingCascade.rule,
      rows: figures.faults.map { fault in
        Finding.Row(
          tr(
            "{title}, {wave}", ["title": fault.lower.title, "wave": fault.lower.wave.title]),
          detail: line(
            day(fault.lower.begins),
            tr(
              "not done before it: {waves}",
              ["waves": waves(fault.above)])), reference: fault.lower.reference, isMarked: true)
      })
  }

  /// "managers, 2026-10-05", each once; of very many the first.
  private func waves(_ trainings: [Training]) -> String {
    var seen: Set<String> = []
    let most = 5
    var names: [String] = []
    var others = 0
    for one in trainings {
      let name = [one.wave.title, day(one.begins) ?? ""].filter { !$0.isEmpty }
        .joined(separator: ", ")
      guard seen.insert(name).inserted else { continue }
      if names.count < most { names.append(name) } else { others += 1 }
    }
    if others > 0 { names.append(ntr("{count} other", "{count} others", others)) }
    return listed(names)
  }

  var followUps: Finding {
    let figures = FollowUpsDue(contents.trainings, followUps: contents.followUps, today: today)
    let next = figures.items.filter { $0.state == .upcoming }
    func row(_ item: FollowUpsDue.Item) -> Finding.Row {
      Finding.Row(
        tr(
          "{title}: after {days}", ["title": item.training.title, "days": days(item.days)]),
        detail: line(
          day(item.day),
          item.state == .due
            ? ntr("{count} day overdue", "{count} days overdue", item.daysOverdue)
            : tr("still to come"), item.training.trainer),
        reference: item.followUp?.reference ?? item.training.reference,
        isMarked: item.state == .due)
    }
    return Finding(
      tr("Looking back at trainings"),
      summary: line(
        tr("Done: {share}.", ["share": figures.shareDone.text]),
        ntr("{count} is due.", "{count} are due.", figures.due.count)),
      rule: FollowUpsDue.rule, rows: figures.due.map(row) + next.map(row))
  }

  private var skills: SkillGaps {
    SkillGaps(skills: contents.skills, roles: contents.workRoles, levels: contents.skillLevels)
  }

  var skillGaps: Finding {
    let gaps = skills
    let lacking = gaps.byGap.filter { $0.gap > 0 || $0.unrated > 0 }
    return Finding(
      tr("What roles still have to learn"),
      summary: tr(
        "{share} of the roles.",
        ["share": Proportion(lacking.count { $0.gap > 0 }, of: gaps.rows.count).text]),
      rule: SkillGaps.rule,
      rows: lacking.map { row in
        Finding.Row(
          row.role.title,
          detail: line(
            listed(
              row.levels.sorted { $0.key < $1.key }.filter { (row.cell($0.key).gap ?? 0) > 0 }
                .map { place, level in
                  tr(
                    "{skill} {present} of {needed}",
                    [
                      "skill": gaps.skills[place].title, "present": level.present ?? 0,
                      "needed": level.needed ?? 0,
                    ])
                }),
            row.unrated > 0
              ? ntr("{count} skill not rated", "{count} skills not rated", row.unrated) : ""),
          reference: row.role.reference, isMarked: row.gap > 0)
      })
  }

  var trainers: Finding {
    let gaps = skills
    let without = gaps.skillsWithoutTrainer
    return Finding(
      tr("Skills that nobody can train others in"),
      summary: tr(
        "{share} of the skills.",
        ["share": Proportion(without.count, of: gaps.skills.count).text]),
      rule: tr("Nobody has it at 4 of 4: can train others."),
      rows: without.map { Finding.Row($0.title, reference: $0.reference, isMarked: true) })
  }

  // MARK: Communication

  var untold: Finding {
    let found = UntoldAudiences(
      contents.initiatives, audiences: contents.audiences, affected: contents.initiativeAudiences,
      messages: contents.messages, heard: contents.messageAudiences, today: today)
    return Finding(
      tr("Audiences that hear nothing before it starts"),
      summary: tr(
        "{share} of the audiences that an initiative affects.",
        ["share": Proportion(found.items.count, of: found.n).text]),
      rule: UntoldAudiences.rule,
      rows: found.items.map { item in
        let when =
          item.daysLeft.map { left in
            left > 0
              ? ntr("starts in {count} day", "starts in {count} days", left)
              : left == 0
                ? tr("starts today")
                : ntr("started {count} day ago", "started {count} days ago", -left)
          } ?? tr("it runs, nobody says since when")
        return Finding.Row(
          tr(
            "{audience}: {initiative}",
            ["audience": item.audience.title, "initiative": item.initiative.title]),
          detail: line(
            when,
            item.tooLate.isEmpty
              ? tr("no message about it")
              : tr(
                "too late, or only an idea: {messages}",
                ["messages": listed(item.tooLate.map(\.title))])),
          reference: (item.tooLate.first?.reference) ?? item.initiative.reference,
          isMarked: true)
      })
  }

  private var heard: CommunicationCoverage {
    CommunicationCoverage(
      audiences: contents.audiences, messages: contents.messages,
      heard: contents.messageAudiences,
      months: CommunicationCoverage.months(around: today))
  }

  var coverage: Finding {
    let figures = heard
    return Finding(
      tr("Who hears something in how many months"),
      summary: tr(
        "{share} of audience and month, {span}.",
        ["share": figures.covered.text, "span": figures.span]),
      rule: CommunicationCoverage.rule,
      rows: figures.rows.map { row in
        Finding.Row(
          row.audience.title,
          detail: line(
            tr("{share} of the months", ["share": row.covered.text]),
            ntr(
              "longest silence: {count} month", "longest silence: {count} months",
              row.longestSilence)), reference: row.audience.reference,
          isMarked: row.covered.count == 0)
      })
  }

  var unheard: Finding {
    let figures = heard
    let without = Set(figures.withoutAudience.map(\.id))
    let undated = figures.undated.filter { !without.contains($0.id) }
    return Finding(
      tr("Messages for nobody, or on no day"),
      summary: tr(
        "{count} of {n} messages.",
        ["count": without.count + undated.count, "n": contents.messages.count]),
      rule: CommunicationCoverage.rule,
      rows: figures.withoutAudience.map {
        Finding.Row(
          $0.title, detail: line(tr("it is said to no audience"), day($0.day)),
          reference: $0.reference, isMarked: true)
      }
        + undated.map {
          Finding.Row(
            $0.title, detail: tr("it has no day"), reference: $0.reference, isMarked: true)
        })
  }
}
