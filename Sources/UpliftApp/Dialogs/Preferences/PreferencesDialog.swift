import Gtk
import UpliftCore

/// How the program looks.
public final class PreferencesDialog: Dialog {
  public static func show(over window: Window, preferences: Preferences = .shared) {
    (existing(over: window) ?? PreferencesDialog(window, preferences)).present()
  }

  /// A wrapper that nobody keeps hears nothing.
  private(set) var choices: [ToggleButton] = []
  private var sound: CheckButton?

  private init(_ parent: Window, _ preferences: Preferences) {
    super.init(tr("Preferences"), over: parent, width: 420, height: -1)
    window.isResizable = false
    let heading = Label(tr("Style"), classes: ["field-label"])
    heading.alignment = 0
    let row = Box(.horizontal, spacing: 2)
    row.addClass("segmented")
    row.isHomogeneous = true
    row.setAccessibleLabel(tr("Style"))
    for appearance in Appearance.allCases {
      let button = ToggleButton(label: Self.title(of: appearance))
      button.isActive = appearance == preferences.appearance
      if let first = choices.first { button.join(first) }
      button.onToggled { [weak button] in
        if button?.isActive == true { preferences.appearance = appearance }
      }
      choices.append(button)
      row.append(button)
    }
    let note = Label(tr("“System” follows the desktop's own style."), classes: ["dim"])
    let sound = CheckButton(label: tr("A sound when a board's time is over"))
    sound.isActive = preferences.playsSound
    sound.onToggled { [weak sound] in
      guard let sound else { return }
      preferences.playsSound = sound.isActive
    }
    self.sound = sound
    let motion = Label(tr("Motion"), classes: ["field-label"])
    let motionText = Label(
      Settings.standard?.enablesAnimations == false
        ? tr("The desktop asks for less motion, so nothing moves by itself.")
        : tr("Movements are short. They stop when the desktop's setting for animations is off."),
      classes: ["dim"])
    for label in [note, motion, motionText] {
      label.alignment = 0
      label.wraps = true
      label.setWidthInCharacters(maximum: 52)
    }
    let column = Box(.vertical, spacing: 4, [heading, row, note, motion, motionText, sound])
    sound.setMargins(top: 12)
    column.setMargins(top: 8, bottom: 24, start: 24, end: 24)
    window.setChild(column)
  }

  private static func title(of appearance: Appearance) -> String {
    switch appearance {
    case .system: tr("System")
    case .light: tr("Light")
    case .dark: tr("Dark")
    }
  }
}
