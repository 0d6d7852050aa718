import Foundation
import UpliftCore
import UpliftDrawing

/// What the values of the field are called in menus and labels.
enum Words {
  static func name(_ kind: Lane.Kind) -> String { JourneyWords.name(of: kind) }

  /// Whose curve it is; nil: of the customer whom nobody named.
  static func curve(of personaID: UUID?, among personas: [Persona]) -> String {
    personas.first { $0.id == personaID }.map { name($0) } ?? tr("Customer (nobody named)")
  }

  static func title(_ lane: Lane) -> String { JourneyWords.title(of: lane) }

  /// What one card of the kind is.
  static func oneCard(_ kind: Lane.Kind) -> String {
    switch kind {
    case .actions: tr("Action")
    case .thoughts: tr("Thought")
    case .emotion: tr("Emotion")
    case .touchpoints: tr("Touchpoint")
    case .channels: tr("Channel")
    case .painPoints: tr("Pain point")
    case .opportunities: tr("Opportunity")
    case .physicalEvidence: tr("Physical evidence")
    case .frontstage: tr("Frontstage")
    case .backstage: tr("Backstage")
    case .support: tr("Support process")
    case .metrics: tr("Metric")
    case .images: tr("Image")
    case .text: tr("Text")
    case .departments: tr("Department")
    }
  }

  static func name(_ level: EvidenceLevel) -> String {
    switch level {
    case .observed: tr("Observed")
    case .reported: tr("Reported")
    case .assumed: tr("Assumed")
    }
  }

  static func name(_ colour: Swatch) -> String {
    switch colour {
    case .blue: tr("Blue")
    case .teal: tr("Teal")
    case .green: tr("Green")
    case .ochre: tr("Ochre")
    case .orange: tr("Orange")
    case .red: tr("Red")
    case .pink: tr("Pink")
    case .violet: tr("Violet")
    case .slate: tr("Slate")
    }
  }

  static func name(_ state: JourneyMap.State) -> String { JourneyWords.name(of: state) }

  static func name(_ status: JourneyMap.Status) -> String { JourneyWords.name(of: status) }

  static func name(_ role: Persona.Role) -> String {
    switch role {
    case .customer: tr("Customer")
    case .employee: tr("Employee")
    case .partner: tr("Partner")
    }
  }

  /// "Amina, 34".
  static func name(_ persona: Persona) -> String {
    let name = persona.name.isEmpty ? tr("No name yet") : persona.name
    guard let age = persona.age else { return name }
    return tr("{name}, {age}", ["name": name, "age": age])
  }

  static func name(_ kind: AdvisoryGroup.Kind) -> String { GroupWords.name(of: kind) }

  static func name(_ state: AgendaItem.State) -> String {
    switch state {
    case .open: tr("Open")
    case .done: tr("Done")
    case .skipped: tr("Skipped")
    }
  }

  static func name(_ field: MemberField) -> String { GroupWords.name(of: field) }

  /// How a connection reads from the thing that it starts at.
  static func name(_ role: Link.Role) -> String {
    switch role {
    case .leadsTo: tr("Leads to")
    case .raisedBy: tr("Raised by")
    case .backedBy: tr("Backed by")
    case .about: tr("About")
    }
  }

  /// How it reads from the thing that it goes to.
  static func reverse(_ role: Link.Role) -> String {
    switch role {
    case .leadsTo: tr("Comes from")
    case .raisedBy: tr("Raised")
    case .backedBy: tr("Backs")
    case .about: tr("Subject of")
    }
  }

  /// "38 %", in whole per cent; a share that is not nothing is at least 1 %.
  static func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    return tr("{count} %", ["count": share > 0 ? max(whole, 1) : 0])
  }

  static var refusedDay: String {
    let iso = "2026-11-21"
    let example = CalendarDay(year: 2026, month: 11, day: 21).map(DayFormat.local.text) ?? iso
    return example == iso
      ? tr("This is no date. Write it like {example}.", ["example": iso])
      : tr(
        "This is no date. Write it like {example} or {iso}.", ["example": example, "iso": iso])
  }
}
