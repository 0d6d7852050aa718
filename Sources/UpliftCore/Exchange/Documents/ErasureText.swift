import Foundation

extension Erasure {
  /// What was changed, in sentences: how many places, and what became of history and copies.
  public var summary: [String] {
    var lines = [
      places.isEmpty
        ? tr("No record names the person.")
        : ntr("{count} place in the records.", "{count} places in the records.", places.count)
    ]
    if rewrittenSteps > 0 {
      lines.append(
        ntr(
          "{count} step of the history is rewritten without the person.",
          "{count} steps of the history are rewritten without the person.", rewrittenSteps))
    }
    if droppedSteps > 0 {
      lines.append(
        ntr(
          "{count} step of the history did nothing else and is dropped.",
          "{count} steps of the history did nothing else and are dropped.", droppedSteps))
    }
    if renamedVersions > 0 {
      lines.append(
        ntr(
          "{count} named version gets a name without the person.",
          "{count} named versions get names without the person.", renamedVersions))
    }
    if let isCompacted {
      lines.append(
        isCompacted
          ? tr("The search index was made anew, and the file's free pages were overwritten.")
          : tr(
            "The file's free pages could not be overwritten, because another program is at work with the file or the disk is full. Erase the person once more."
          ))
    }
    for copy in copies {
      lines.append(
        deletedCopies.contains(copy)
          ? tr("Deleted: {path}", ["path": copy.path])
          : tr("This copy beside the file names the person: {path}", ["path": copy.path]))
    }
    return lines
  }

  /// A report to keep. It does not name the person, nor quote anything.
  ///
  /// - Parameter name: who was erased, so that titles are shown as they are now.
  public func markdown(_ name: PersonName, workspace: String, day: CalendarDay) -> String {
    var lines = [
      "# " + tr("A person was erased"), "",
      tr("Workspace: {title}", ["title": Self.escaped(name.erased(from: workspace) ?? workspace)]),
      "", tr("Day: {day}", ["day": day.description]), "",
    ]
    lines += summary.map { "- " + Self.escaped(name.erased(from: $0) ?? $0) }
    lines += ["", "## " + tr("What was changed"), ""]
    for place in places {
      let record = name.erased(from: place.record) ?? place.record
      let title = record.isEmpty || name.isAll(of: place.record) ? "" : " “\(record)”"
      lines.append(
        "- " + Self.escaped(place.title + title) + " — " + place.action.title
          + (place.count > 1 ? " (\(place.count) ×)" : ""))
    }
    if !possible.isEmpty {
      lines += [
        "", "## " + tr("Left as it was"), "",
        ntr(
          "{count} word that may name the person, too, was left in the texts.",
          "{count} words that may name the person, too, were left in the texts.",
          possible.count),
      ]
    }
    lines += ["", "## " + tr("What the program cannot reach"), ""]
    lines += Self.reminders.map { "- " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  /// In one line, and without marks of Markdown.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }
}
