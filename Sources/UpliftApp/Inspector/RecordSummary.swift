import Foundation
import UpliftCore

/// A record in a line and a smaller one: "No label in the box", "Pain point · Returning an order".
struct RecordSummary: Equatable {
  var title: String
  var detail: String
}

extension Session {
  /// Nil when the record is gone.
  func summary(of reference: EntityReference) -> RecordSummary? {
    guard let found = record(reference) else { return nil }
    switch found {
    case let card as Card:
      let lane = record(EntityReference(.lane, card.laneID)) as? Lane
      let kind = (card.cardKind ?? lane?.laneKind).map(Words.oneCard)
      return RecordSummary(card.text, [kind, lane.flatMap { mapTitle($0.mapID) }])
    case let note as Note:
      return RecordSummary(note.shownText, [tr("Note"), boardTitle(ofColumn: note.columnID)])
    case let cluster as Cluster:
      return RecordSummary(
        cluster.title, [tr("Cluster"), boardTitle(ofColumn: cluster.columnID)])
    case let column as BoardColumn:
      return RecordSummary(
        column.title, [tr("Column"), outline.boards.first { $0.id == column.boardID }?.title])
    case let step as Step:
      let stage = record(EntityReference(.stage, step.stageID)) as? Stage
      return RecordSummary(step.title, [tr("Step"), stage.flatMap { mapTitle($0.mapID) }])
    case let stage as Stage:
      return RecordSummary(stage.title, [tr("Stage"), mapTitle(stage.mapID)])
    case let lane as Lane:
      return RecordSummary(Words.title(lane), [tr("Lane"), mapTitle(lane.mapID)])
    case let map as JourneyMap:
      return RecordSummary(map.title, [tr("Journey map"), Words.name(map.state)])
    case let persona as Persona:
      return RecordSummary(Words.name(persona), [tr("Persona"), Words.name(persona.role)])
    case let department as Department:
      return RecordSummary(department.name, [tr("Department")])
    case let group as AdvisoryGroup:
      let count = outline.memberCounts[group.id] ?? 0
      return RecordSummary(
        group.title, [Words.name(group.groupKind), ntr("{count} member", "{count} members", count)])
    case let member as Member:
      return RecordSummary(member.name, [tr("Member"), groupTitle(member.groupID)])
    case let meeting as Meeting:
      return RecordSummary(
        meeting.title,
        [meeting.day.map(DayFormat.local.text) ?? tr("Meeting"), groupTitle(meeting.groupID)])
    case let item as AgendaItem:
      let meeting = outline.meetings.first { $0.id == item.meetingID }
      return RecordSummary(item.title, [tr("Agenda item"), meeting?.title])
    case let board as Board:
      return RecordSummary(board.title, [tr("Board"), groupTitle(board.groupID)])
    case let metric as Metric:
      return RecordSummary(MetricWords.title(of: metric), [tr("Metric"), metric.source])
    case let reading as Reading:
      guard let metric = outline.metrics.first(where: { $0.id == reading.metricID }) else {
        return nil
      }
      let value = MetricWords.value(reading.value, of: metric)
      return RecordSummary(
        tr("{metric}: {value}", ["metric": MetricWords.title(of: metric), "value": value]),
        [tr("Reading"), MetricWords.detail(reading)])
    case let dialogue as Dialogue:
      return RecordSummary(
        dialogue.customer.isEmpty ? tr("Customer without a name") : dialogue.customer,
        [tr("Customer dialogue"), dialogue.day.map(DayFormat.local.text), dialogue.leader])
    case let recommendation as Recommendation:
      let outcome = BoardWords.outcome(.recommendation(recommendation))
      return RecordSummary(
        recommendation.text,
        [tr("Recommendation"), groupTitle(recommendation.groupID), outcome])
    case let promise as Promise:
      return RecordSummary(promise.title, [BoardWords.outcome(.promise(promise))])
    case let barrier as Barrier:
      return RecordSummary(barrier.title, [BoardWords.outcome(.barrier(barrier))])
    case let initiative as Initiative:
      return RecordSummary(
        initiative.title,
        [tr("Initiative"), initiative.owner, initiative.status.title])
    case let series as MeetingSeries:
      return RecordSummary(series.title, [tr("Meeting series"), groupTitle(series.groupID)])
    // What has the same name as others is told by its day and its words.
    case let champion as Champion:
      return RecordSummary(
        champion.toName,
        [champion.day.map(DayFormat.local.text), champion.fromName, champion.story])
    case let training as Training:
      return RecordSummary(
        training.title,
        [tr("Training"), training.wave.title, training.day.map(DayFormat.local.text)])
    case let message as Message:
      return RecordSummary(
        message.title, [tr("Message"), message.day.map(DayFormat.local.text), message.channel])
    case let breakdown as Breakdown:
      return RecordSummary(
        breakdown.title, [tr("Breakdown"), breakdown.day.map(DayFormat.local.text)])
    case let voice as EmployeeVoice:
      return RecordSummary(voice.text, [voice.day.map(DayFormat.local.text), voice.reason])
    case let act as LeaderAct:
      return RecordSummary(act.text, [act.day.map(DayFormat.local.text)])
    case let tag as Tag: return RecordSummary(tag.name, [tr("Tag")])
    case let channel as Channel: return RecordSummary(channel.name, [tr("Channel")])
    default: return nil
    }
  }

  private func record(_ reference: EntityReference) -> (any Entity)? {
    read { try workspace.record(reference) }
  }

  private func mapTitle(_ id: UUID) -> String? {
    outline.journeyMaps.first { $0.id == id }?.title
  }

  private func groupTitle(_ id: UUID) -> String? {
    outline.groups.first { $0.id == id }?.title
  }

  private func boardTitle(ofColumn id: UUID) -> String? {
    let column = record(EntityReference(.boardColumn, id)) as? BoardColumn
    return outline.boards.first { $0.id == column?.boardID }?.title
  }
}

extension RecordSummary {
  init(_ title: String, _ details: [String?]) {
    let line = title.replacingNewlines()
    self.title = line.allSatisfy(\.isWhitespace) ? tr("Without a text") : line
    detail = details.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
