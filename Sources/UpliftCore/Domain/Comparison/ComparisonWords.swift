/// What differences between two maps are called, for the screen, the command line and documents.
public enum ComparisonWords {
  /// "Reworded".
  public static func name(of sort: Difference.Sort) -> String {
    switch sort {
    case .added: tr("Added")
    case .removed: tr("Removed")
    case .moved: tr("Moved")
    case .reworded: tr("Reworded")
    case .changed: tr("Changed")
    case .emotion: tr("Emotion changed")
    }
  }

  /// A mark that tells a sort without colour.
  public static func mark(of sort: Difference.Sort) -> String {
    switch sort {
    case .added: "+"
    case .removed: "−"
    case .moved: "→"
    case .reworded: "≈"
    case .changed: "∗"
    case .emotion: "∿"
    }
  }

  /// "3 differences".
  public static func count(_ count: Int) -> String {
    count == 0 ? tr("No differences") : ntr("{count} difference", "{count} differences", count)
  }

  /// "3 moved".
  public static func count(_ count: Int, _ sort: Difference.Sort) -> String {
    switch sort {
    case .added: ntr("{count} added", "{count} added", count)
    case .removed: ntr("{count} removed", "{count} removed", count)
    case .moved: ntr("{count} moved", "{count} moved", count)
    case .reworded: ntr("{count} reworded", "{count} reworded", count)
    case .changed: ntr("{count} changed", "{count} changed", count)
    case .emotion: ntr("{count} emotion changed", "{count} emotions changed", count)
    }
  }

  /// "Card “No label in the box” in Pain points, Prepares the parcel".
  public static func subject(of difference: Difference) -> String {
    let kind = difference.kind.title
    let title = difference.title
    guard difference.kind != .journeyMap else { return kind }
    let named =
      title.isEmpty
      ? tr("{kind} with no title", ["kind": kind])
      : isQuoted(title)
        ? tr("{kind} {title}", ["kind": kind, "title": title])
        : tr("{kind} “{title}”", ["kind": kind, "title": title])
    // A move says both places itself.
    guard difference.sort != .moved, let place = difference.place.map(place), !place.isEmpty
    else { return named }
    return tr("{part} in {place}", ["part": named, "place": place])
  }

  /// What became of it: "Decide → Send back"; nil when the sort says it all.
  public static func detail(of difference: Difference) -> String? {
    switch difference.sort {
    case .added, .removed: nil
    case .moved: move(of: difference)
    case .reworded, .changed, .emotion:
      difference.changes.map { sentence(of: $0, persona: difference.persona) }
        .joined(separator: "; ")
    }
  }

  /// Subject and detail in one line.
  public static func line(of difference: Difference) -> String {
    guard let detail = detail(of: difference) else { return subject(of: difference) }
    return tr(
      "{part}: {change}", ["part": subject(of: difference), "change": detail])
  }

  /// "Pain points, Prepares the parcel"; empty for what stands in nothing.
  public static func place(_ place: Difference.Place) -> String {
    let parts = place.lane == nil ? [place.stage, place.step] : [place.lane, place.step]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func isMoveInOnePlace(_ difference: Difference) -> Bool {
    guard let old = difference.oldPlace, let new = difference.newPlace else { return false }
    return place(old) == place(new)
  }

  private static func move(of difference: Difference) -> String? {
    guard let old = difference.oldPlace, let new = difference.newPlace else { return nil }
    if !isMoveInOnePlace(difference) { return arrow(place(old), place(new)) }
    let here = place(new)
    guard old.position != new.position else {
      return here.isEmpty ? tr("moved past its neighbours") : tr("in another order")
    }
    let positions = tr(
      "position {old} → {new}", ["old": old.position, "new": new.position])
    return here.isEmpty
      ? positions : tr("{place}, {position}", ["place": here, "position": positions])
  }

  /// "evidence assumed → observed".
  ///
  /// - Parameter persona: whose emotion it is.
  public static func sentence(
    of change: Difference.FieldChange, persona: String? = nil
  ) -> String {
    let values = arrow(words(change.old), words(change.new))
    switch change.field {
    case .title, .text: return arrow(quoted(change.old), quoted(change.new))
    case .emotion:
      guard let persona else { return values }
      return tr("{change} ({persona})", ["change": values, "persona": persona])
    case .picture where change.old != .none && change.new != .none:
      return tr("another picture")
    default:
      return tr("{field} {change}", ["field": name(of: change.field), "change": values])
    }
  }

  private static func arrow(_ old: String, _ new: String) -> String {
    tr("{old} → {new}", ["old": old, "new": new])
  }

  private static func quoted(_ value: Difference.Value) -> String {
    let text = words(value)
    if case .text(let plain) = value, !plain.isEmpty, !isQuoted(plain) {
      return tr("“{text}”", ["text": text])
    }
    return text
  }

  /// What somebody said stands in quotation marks of its own.
  private static func isQuoted(_ text: String) -> Bool {
    text.first.map { "\"“”„«»‘’‹›「『".contains($0) } ?? false
  }

  /// "evidence".
  public static func name(of field: Difference.Field) -> String {
    switch field {
    case .title: tr("title")
    case .text: tr("text")
    case .subtitle: tr("second line")
    case .kind: tr("kind")
    case .evidence: tr("evidence")
    case .source: tr("source")
    case .span: tr("steps covered")
    case .colour: tr("colour")
    case .momentOfTruth: tr("moment of truth")
    case .departments: tr("departments")
    case .channels: tr("channels")
    case .tags: tr("tags")
    case .picture: tr("picture")
    case .metric: tr("metric")
    case .nestedMap: tr("nested map")
    case .emotion: tr("emotion")
    case .persona: tr("persona")
    case .scenario: tr("scenario")
    case .expectations: tr("expectations")
    case .owner: tr("owner")
    case .status: tr("status")
    case .state: tr("state")
    }
  }

  /// A value as people read it: "observed", "none".
  public static func words(_ value: Difference.Value) -> String {
    switch value {
    case .none: tr("none")
    case .text(let text): text.isEmpty ? tr("nothing") : text
    case .number(let number): "\(number)"
    case .emotion(let value): JourneyWords.emotion(value)
    case .flag(let flag): flag ? tr("yes") : tr("no")
    case .names(let names): names.isEmpty ? tr("none") : listed(names)
    case .kind(let kind): JourneyWords.name(of: kind)
    case .evidence(let level): JourneyWords.name(of: level)
    case .colour(let swatch): name(of: swatch)
    case .status(let status): JourneyWords.name(of: status)
    case .state(let state): JourneyWords.name(of: state)
    case .picture: tr("a picture")
    }
  }

  private static func name(of swatch: Swatch) -> String {
    switch swatch {
    case .blue: tr("blue")
    case .teal: tr("teal")
    case .green: tr("green")
    case .ochre: tr("ochre")
    case .orange: tr("orange")
    case .red: tr("red")
    case .pink: tr("pink")
    case .violet: tr("violet")
    case .slate: tr("slate")
    }
  }
}
