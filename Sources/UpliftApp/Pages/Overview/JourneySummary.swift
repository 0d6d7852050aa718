import Gtk
import UpliftCore

/// A journey map on the overview: whose it is, and how much of it is known.
@MainActor enum JourneySummary {
  static func widget(
    _ map: JourneyMap, _ persona: Persona?, _ figures: JourneyFigures?,
    open: @escaping () -> Void
  ) -> Widget {
    let title = Label(
      map.title.isEmpty ? tr("Without a title") : map.title, classes: ["row-title"])
    title.alignment = 0
    title.wraps = true
    let details = [
      persona.map(Words.name) ?? tr("no point of view yet"), Words.name(map.state),
      Words.name(map.status),
    ].joined(separator: " · ")
    let texts = Box(.vertical, spacing: 2, [title, PageParts.dim(details)])
    let row = Box(.vertical, spacing: 6, [texts])
    var spoken = [title.text, details]
    if let figures {
      let line = sentence(figures)
      spoken.append(line)
      let label = Label(line)
      label.alignment = 0
      label.wraps = true
      row.append(label)
    }
    let button = Button(child: row)
    button.addClass("page-card")
    button.setAccessibleLabel(spoken.joined(separator: ", "))
    button.onClicked(open)
    return button
  }

  /// "13 % assumed (6 of 47 cards) · without evidence 2 of 8 steps".
  private static func sentence(_ figures: JourneyFigures) -> String {
    guard let share = figures.assumedShare else {
      return [ntr("{count} step", "{count} steps", figures.steps), tr("no cards yet")]
        .joined(separator: " · ")
    }
    let assumed = ntr(
      "{share} assumed ({assumed} of {count} card)", "{share} assumed ({assumed} of {count} cards)",
      figures.cards, ["share": Words.percent(share), "assumed": figures.assumedCards])
    let bare = ntr(
      "{bare} of {count} step without evidence", "{bare} of {count} steps without evidence",
      figures.steps, ["bare": figures.stepsWithoutEvidence])
    return [assumed, bare].joined(separator: " · ")
  }

  /// How the figures come about.
  static var rule: String {
    tr(
      "Assumed are cards with that evidence level. A step is without evidence when no observed or reported card stands at it or reaches over it."
    )
  }
}
