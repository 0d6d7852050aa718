/// What the fields of records are called where no form does it.
enum FieldTitle {
  static func of(_ column: String) -> String {
    if let title = people[column] ?? texts[column] { return title() }
    // One that came later: "whatSaid" is better than nothing.
    return column
  }

  private static let people: [String: @Sendable () -> String] = [
    "name": { tr("Name") }, "owner": { tr("Owner") }, "manager": { tr("Manager who clears it") },
    "leader": { tr("Leader") }, "customer": { tr("Customer") }, "successor": { tr("Successor") },
    "holder": { tr("Held by") }, "reportsTo": { tr("Reports to") }, "head": { tr("Head") },
    "keeper": { tr("Who keeps it") }, "messenger": { tr("Messenger") }, "author": { tr("Author") },
    "trainer": { tr("Trainer") }, "rater": { tr("Who") }, "toName": { tr("Customer Champion") },
    "fromName": { tr("From") }, "interviewer": { tr("Interviewer") },
    "agreedBy": { tr("Agreed by") }, "toWhom": { tr("To whom") }, "pictureID": { tr("Picture") },
  ]

  private static let texts: [String: @Sendable () -> String] = [
    "title": { tr("Title") }, "text": { tr("Text") }, "notes": { tr("Notes") },
    "note": { tr("Note") }, "source": { tr("Source") }, "goals": { tr("Goals") },
    "quote": { tr("Quote") }, "context": { tr("Context") }, "scenario": { tr("Scenario") },
    "expectations": { tr("Expectations") }, "subtitle": { tr("Subtitle") },
    "purpose": { tr("Purpose") }, "scope": { tr("Scope") }, "cadence": { tr("Cadence") },
    "limitsOfAuthority": { tr("Limits of authority") }, "term": { tr("Term") },
    "function": { tr("Function") }, "level": { tr("Level") }, "site": { tr("Site") },
    "shift": { tr("Shift") }, "tenure": { tr("Tenure") }, "theme": { tr("Theme") },
    "method": { tr("Method") }, "segment": { tr("Segment") }, "unit": { tr("Unit") },
    "likes": { tr("What they like") }, "wouldImprove": { tr("What they would improve") },
    "leftUnsaid": { tr("Left unsaid") }, "followUp": { tr("Follow-up") },
    "inTheWayOf": { tr("In the way of") }, "action": { tr("Action") }, "goal": { tr("Goal") },
    "pilotLearned": { tr("What the pilot taught") }, "reason": { tr("Reason") },
    "place": { tr("Place") }, "outcome": { tr("Outcome") }, "vision": { tr("Vision") },
    "measure": { tr("Measure") }, "putOnHold": { tr("Put on hold") }, "role": { tr("Role") },
    "commitment": { tr("Commitment") }, "team": { tr("Team") }, "seat": { tr("Seat") },
    "channel": { tr("Channel") }, "meaning": { tr("Meaning") }, "practice": { tr("Practice") },
    "howChecked": { tr("How it is checked") }, "lesson": { tr("Lesson") },
    "change": { tr("Change") }, "audience": { tr("Audience") }, "answer": { tr("Answer") },
    "story": { tr("Story") }, "evidence": { tr("Evidence") },
    "contribution": { tr("Contribution") }, "definition": { tr("Settings") },
    "brandFont": { tr("Font") }, "warning": { tr("Warning") },
  ]
}
