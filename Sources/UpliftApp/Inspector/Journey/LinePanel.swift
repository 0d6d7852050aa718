import Foundation
import Gtk
import UpliftCore

/// A line of a blueprint: what it is, and what it parts.
@MainActor final class LinePanel: InspectorPanel {
  private let heading = InspectorHeading()
  var widget: Widget { heading.box }

  func show(_ id: UUID, _ journey: JourneyContents) {
    guard let line = journey.lines.first(where: { $0.id == id }) else { return }
    let texts =
      switch line.line {
      case .interaction:
        (tr("Line of interaction"), tr("Above it the customer acts, below it the organisation."))
      case .visibility:
        (tr("Line of visibility"), tr("What is above it the customer sees, what is below not."))
      case .internalInteraction:
        (
          tr("Line of internal interaction"),
          tr("Below it work those who never meet the customer.")
        )
      }
    heading.show(texts.0, texts.1)
  }

  func commitTyping() {}
}
