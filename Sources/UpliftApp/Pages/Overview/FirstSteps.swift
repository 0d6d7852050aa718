import Gtk
import UpliftCore

/// Where one begins in a workspace with nothing in it.
@MainActor enum FirstSteps {
  /// - Parameters:
  ///   - addJourney: and shows it.
  ///   - addGroup: and shows it.
  static func widget(
    addJourney: @escaping () -> Void, addGroup: @escaping () -> Void,
    go: @escaping (Place) -> Void
  ) -> Widget {
    let steps: [(String, String, () -> Void)] = [
      (
        tr("Map a journey"),
        tr("Step by step, what a customer lives, thinks and feels."), addJourney
      ),
      (
        tr("Convene an advisory group"),
        tr("People who say what they live every day, and what to change."), addGroup
      ),
      (
        tr("Write down the vision"),
        tr("What the organisation wants to be for its customers, in one sentence."),
        { go(.practice(.vision)) }
      ),
      (
        tr("Measure something"), tr("A metric, with its target and its readings."),
        { go(.metrics) }
      ),
      (
        tr("Note a promise"), tr("What was promised, to whom, and by when."), { go(.promises) }
      ),
    ]
    let box = Box(.vertical, spacing: 6)
    for step in steps { box.append(RowButton.make(step.0, step.1, step.2)) }
    return box
  }
}
