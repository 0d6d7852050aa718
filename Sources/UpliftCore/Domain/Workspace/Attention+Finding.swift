import Foundation

extension Attention {
  /// Looks through a whole workspace.
  public init(_ contents: WorkspaceContents, today: CalendarDay) {
    self.init(
      Self.promises(contents.promises, today)
        + Self.recommendations(contents.recommendations, today)
        + Self.barriers(contents.barriers, today)
        + Self.initiatives(contents, today)
        + Self.milestones(contents.milestones, today)
        + Self.customers(contents, today)
        + Self.followUps(contents, today)
        + Self.messages(contents.messages, today)
        + Self.groups(contents, today)
        + Self.metrics(contents, today)
        + Self.decisions(contents))
  }

  static func promises(_ promises: [Promise], _ today: CalendarDay) -> [Item] {
    promises.inOrder().filter { $0.outcome == nil }.compactMap { promise in
      guard let late = promise.due?.days(until: today), late >= -daysAhead else { return nil }
      return Item(
        matter: late > 0 ? .latePromise : .promiseDue, reference: promise.reference,
        title: promise.title, reason: late > 0 ? overdue(late) : due(in: -late), daysLate: late,
        who: promise.owner)
    }
  }

  static func recommendations(_ all: [Recommendation], _ today: CalendarDay) -> [Item] {
    all.inOrder().compactMap { one in
      let late = one.due.map { $0.days(until: today) }
      var waits = late ?? one.age(on: today)
      let reason: String
      if !one.isOpen {
        guard one.toldOn == nil else { return nil }
        waits = one.doneOn.map { max(0, $0.days(until: today)) }
        reason =
          one.answer == .declined
          ? tr("It was declined, and the group has not been told.")
          : tr("It is done, and the group has not been told.")
      } else if one.isLate(on: today) {
        reason = overdue(late ?? 0)
      } else if one.answer == nil {
        reason =
          one.age(on: today).map {
            ntr(
              "Nobody has answered it for {count} day.", "Nobody has answered it for {count} days.",
              $0)
          } ?? tr("Nobody has answered it.")
      } else if one.answer == .askedForDate {
        reason = tr("Its owner was asked for a date and has not named one.")
      } else {
        return nil
      }
      return Item(
        matter: .recommendationOwed, reference: one.reference, title: one.text, reason: reason,
        daysLate: waits, who: one.owner)
    }
  }

  static func barriers(_ barriers: [Barrier], _ today: CalendarDay) -> [Item] {
    BarrierFigures(barriers, today: today).withoutManager.map { barrier in
      Item(
        matter: .barrierWithoutManager, reference: barrier.reference, title: barrier.title,
        reason: barrier.days(on: today).map {
          ntr(
            "It is open for {count} day, and no manager clears it.",
            "It is open for {count} days, and no manager clears it.", $0)
        } ?? tr("It is open, and no manager clears it."), daysLate: barrier.days(on: today))
    }
  }

  static func initiatives(_ contents: WorkspaceContents, _ today: CalendarDay) -> [Item] {
    let untold = UntoldAudiences(
      contents.initiatives, audiences: contents.audiences, affected: contents.initiativeAudiences,
      messages: contents.messages, heard: contents.messageAudiences, today: today
    ).items.map { item in
      Item(
        matter: .untoldAudience, reference: item.initiative.reference,
        title: item.initiative.title,
        reason: item.daysLeft.map { left in
          left > 0
            ? ntr(
              "It starts in {count} day, and nothing of it was said to: {audience}.",
              "It starts in {count} days, and nothing of it was said to: {audience}.", left,
              ["audience": item.audience.title])
            : tr(
              "It has started, and nothing of it had been said to: {audience}.",
              ["audience": item.audience.title])
        }
          ?? tr(
            "It runs, and nothing of it was said to: {audience}.",
            ["audience": item.audience.title]),
        daysLate: item.daysLeft.map { -$0 }, who: item.initiative.owner)
    }
    let late = contents.initiatives.inOrder().filter { $0.isLate(on: today) && $0.status != .held }
      .map { one in
        let days = one.endDay?.days(until: today) ?? 0
        return Item(
          matter: .lateInitiative, reference: one.reference, title: one.title,
          reason: overdue(days), daysLate: days, who: one.owner)
      }
    let unmet = UnmetNeeds(
      contents.resourceNeeds, initiatives: contents.initiatives, today: today
    ).items.map { item in
      Item(
        matter: .unmetNeed, reference: item.initiative.reference, title: item.initiative.title,
        reason: tr(
          "It has begun without what it asked for: {needs}.",
          [
            "needs": listed(
              item.lacks.map { lack in
                lack.need.title.isBlank ? tr("something without a name") : lack.need.title
              })
          ]), daysLate: item.initiative.firstDay?.days(until: today), who: item.initiative.owner)
    }
    let resuming = HeldWork(contents.initiatives).items.filter(\.mayResume).map { item in
      Item(
        matter: .workMayResume, reference: item.initiative.reference,
        title: item.initiative.title,
        reason: tr(
          "“{other}”, which it made room for, has come to its end.",
          ["other": item.madeRoomFor?.title ?? ""]), daysLate: nil, who: item.initiative.owner)
    }
    return untold + late + unmet + resuming
  }

  static func milestones(_ milestones: [Milestone], _ today: CalendarDay) -> [Item] {
    milestones.inOrder().filter { $0.reachedOn == nil }.compactMap { one in
      guard let days = one.due?.days(until: today), days > 0 else { return nil }
      return Item(
        matter: .lateMilestone, reference: one.reference, title: one.title,
        reason: overdue(days), daysLate: days)
    }
  }

  static func customers(_ contents: WorkspaceContents, _ today: CalendarDay) -> [Item] {
    let coverage = DialogueCoverage(
      customers: contents.customers, dialogues: contents.dialogues, today: today)
    let atRisk = coverage.atRisk.map { contact in
      Item(
        matter: .customerAtRisk, reference: contact.customer.reference,
        title: contact.customer.name,
        reason: contact.dialogues.first { $0.risk != nil }?.day.map {
          tr(
            "They may leave without a word: so says the dialogue of {day}.",
            ["day": DayFormat.local.text($0)])
        } ?? tr("They may leave without a word."), daysLate: contact.daysSince,
        who: contact.customer.owner)
    }
    let missed = coverage.keyNotMet.map { contact in
      Item(
        matter: .dialogueOverdue, reference: contact.customer.reference,
        title: contact.customer.name,
        reason: contact.daysSince.map {
          ntr(
            "A key customer: nobody has spoken with them for {count} day.",
            "A key customer: nobody has spoken with them for {count} days.", $0)
        } ?? tr("A key customer: nobody has spoken with them yet."),
        daysLate: contact.daysSince.map { $0 - DialogueCoverage.recentDays },
        who: contact.customer.owner)
    }
    let quiet = coverage.goneQuiet.filter { !$0.customer.isKey }.map { contact in
      Item(
        matter: .customerQuiet, reference: contact.customer.reference,
        title: contact.customer.name,
        reason: ntr(
          "Nobody has spoken with them for {count} day.",
          "Nobody has spoken with them for {count} days.", contact.daysSince ?? 0),
        daysLate: contact.daysSince.map { $0 - DialogueCoverage.recentDays },
        who: contact.customer.owner)
    }
    return atRisk + missed + quiet
  }

  static func followUps(_ contents: WorkspaceContents, _ today: CalendarDay) -> [Item] {
    let late = contents.trainings.inOrder().compactMap { one -> Item? in
      guard one.isLate(on: today), let days = one.day?.days(until: today) else { return nil }
      return Item(
        matter: .lateTraining, reference: one.reference,
        title: tr("{title}, {wave}", ["title": one.title, "wave": one.wave.title]),
        reason: overdue(days), daysLate: days, who: one.trainer)
    }
    let due = FollowUpsDue(
      contents.trainings, followUps: contents.followUps, today: today
    ).due.map { item in
      Item(
        matter: .followUpDue,
        reference: item.followUp?.reference ?? item.training.reference,
        title: item.training.title,
        reason: ntr(
          "The look back after {count} day is due.", "The look back after {count} days is due.",
          item.days), daysLate: item.daysOverdue, who: item.training.trainer)
    }
    return late + due
  }

  static func messages(_ messages: [Message], _ today: CalendarDay) -> [Item] {
    messages.inOrder().filter { $0.status != .sent }.compactMap { message in
      guard let first = message.day else { return nil }
      let late = first.days(until: today)
      guard late >= -daysAhead else { return nil }
      return Item(
        matter: .messageDue, reference: message.reference, title: message.title,
        reason: late > 0 ? overdue(late) : due(in: -late), daysLate: late,
        who: message.messenger.isBlank ? message.author : message.messenger)
    }
  }

  static func groups(_ contents: WorkspaceContents, _ today: CalendarDay) -> [Item] {
    let terms = contents.members.inOrder().compactMap { member -> Item? in
      guard let end = member.termEnd else { return nil }
      let left = today.days(until: end)
      guard left <= GroupWarnings.daysBeforeTermEnds else { return nil }
      return Item(
        matter: .termEnding, reference: member.reference, title: member.name,
        reason: left < 0
          ? ntr(
            "The term ended {count} day ago.", "The term ended {count} days ago.", -left)
          : ntr("The term ends in {count} day.", "The term ends in {count} days.", left),
        daysLate: -left)
    }
    let reviews = contents.advisoryGroups.inOrder().compactMap { group -> Item? in
      guard let days = group.reviewDate?.days(until: today), days >= 0 else { return nil }
      return Item(
        matter: .reviewDue, reference: group.reference, title: group.title,
        reason: tr("Its charter is to be reviewed."), daysLate: days)
    }
    return terms + reviews
  }

  static func metrics(_ contents: WorkspaceContents, _ today: CalendarDay) -> [Item] {
    let readings = Dictionary(
      grouping: contents.readings.filter { $0.day <= today && !$0.isPending }, by: \.metricID)
    let targets = Dictionary(grouping: contents.targetChanges, by: \.metricID)
    return contents.metrics.inOrder().flatMap { metric -> [Item] in
      guard let target = metric.target,
        let series = MetricSeries.all(
          of: metric, readings: readings[metric.id] ?? [], targets: targets[metric.id] ?? []
        ).first, let newest = series.newest
      else { return [] }
      var items: [Item] = []
      if series.meetsTarget == false {
        items.append(
          Item(
            matter: .targetNotMet, reference: metric.reference, title: metric.title,
            reason: tr(
              "It is {value}; the target is {target}.",
              [
                "value": MetricWords.value(newest.value, of: metric),
                "target": MetricWords.value(target, of: metric),
              ]), daysLate: newest.reading.day.days(until: today), who: metric.agreedBy))
      }
      if let suggested = ExpectationsRatchet(series).suggestedTarget {
        items.append(
          Item(
            matter: .targetToRaise, reference: metric.reference, title: metric.title,
            reason: tr(
              "The target of {target} was beaten three times running: {suggested} would be next.",
              [
                "target": MetricWords.value(target, of: metric),
                "suggested": MetricWords.value(suggested, of: metric),
              ]), daysLate: newest.reading.day.days(until: today), who: metric.agreedBy))
      }
      return items
    }
  }

  static func decisions(_ contents: WorkspaceContents) -> [Item] {
    RACIFaults(contents.decisions, roles: contents.workRoles, parts: contents.decisionRoles).items
      .map { item in
        Item(
          matter: .unclearDecision, reference: item.decision.reference,
          title: item.decision.title,
          reason: item.faults.map(\.sentence).joined(separator: " "), daysLate: nil)
      }
  }

  private static func overdue(_ days: Int) -> String {
    ntr("Its day was {count} day ago.", "Its day was {count} days ago.", days)
  }

  private static func due(in days: Int) -> String {
    days == 0
      ? tr("Its day is today.")
      : ntr("Its day is in {count} day.", "Its day is in {count} days.", days)
  }
}
