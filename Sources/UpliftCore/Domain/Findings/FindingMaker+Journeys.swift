/// What is found on journeys.
extension FindingMaker {
  var hopes: Finding {
    let maps = Dictionary(
      contents.currentSteps.map { ($0.step.id, $0.map.title) },
      uniquingKeysWith: { first, _ in first })
    let list = HopeList(contents)
    return Finding(
      tr("The hope list"),
      summary: list.n == 0
        ? tr("There is no moment of truth and no open promise yet.")
        : tr("{share} are kept by hope alone.", ["share": list.share.text]),
      rule: HopeList.rule,
      rows: list.steps.map {
        Finding.Row(
          $0.title, detail: line(tr("Moment of truth"), maps[$0.id]), reference: $0.reference,
          isMarked: true)
      }
        + list.promises.map {
          Finding.Row(
            $0.title, detail: line(tr("Promise"), $0.owner), reference: $0.reference,
            isMarked: true)
        })
  }

  var symptoms: Finding {
    let found = SymptomTreatment(contents)
    return Finding(
      tr("Initiatives that treat only a symptom"),
      summary: line(
        ntr(
          "{count} of the {n} initiatives treats a symptom and no cause",
          "{count} of the {n} initiatives treat a symptom and no cause", found.items.count,
          ["n": found.n]),
        ntr(
          "{count} treats a cause", "{count} treat a cause", found.treatingCauses.count),
        ntr(
          "{count} is linked with neither", "{count} are linked with neither",
          found.unconnected.count)),
      rule: SymptomTreatment.rule,
      rows: found.items.map { item in
        Finding.Row(
          item.initiative.title,
          detail: tr(
            "answers {pains}, and no cause of it",
            ["pains": listed(item.painPoints.map { "“\($0.text)”" })]),
          reference: item.initiative.reference, isMarked: true)
      }
        + found.unconnected.map {
          Finding.Row(
            $0.title, detail: tr("neither a pain point nor a cause is linked with it"),
            reference: $0.reference)
        })
  }

  var unfiledCauses: Finding {
    let pareto = CausePareto(contents.causes)
    let cards = Dictionary(
      contents.cards.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    return Finding(
      tr("Causes under no factor yet"),
      summary: tr(
        "{count} of {n} chains of “why?” end without a factor.",
        ["count": pareto.unfiled.count, "n": pareto.n + pareto.unfiled.count]),
      rule: CausePareto.rule,
      rows: pareto.unfiled.map {
        Finding.Row(
          $0.text, detail: cards[$0.cardID].map { tr("why “{text}”", ["text": $0]) } ?? "",
          reference: $0.reference, isMarked: true)
      })
  }

  private var connections: DepartmentSteps {
    DepartmentSteps(
      departments: contents.departments, steps: contents.currentSteps.map(\.step),
      lines: contents.stepDepartments)
  }

  var bareSteps: Finding {
    let figures = connections
    let maps = Dictionary(
      contents.currentSteps.map { ($0.step.id, $0.map.title) },
      uniquingKeysWith: { first, _ in first })
    let bare = figures.stepsWithoutDepartment
    return Finding(
      tr("Steps that no department stands behind"),
      summary: tr(
        "{share} of the steps of current maps.",
        ["share": Proportion(bare.count, of: figures.steps.count).text]),
      rule: DepartmentSteps.rule,
      rows: bare.map {
        Finding.Row($0.title, detail: maps[$0.id] ?? "", reference: $0.reference, isMarked: true)
      })
  }

  var unlinkedDepartments: Finding {
    let figures = connections
    let bare = figures.departmentsWithoutStep
    return Finding(
      tr("Departments with no line to any step"),
      summary: tr(
        "{share} of the departments.",
        ["share": Proportion(bare.count, of: figures.rows.count).text]),
      rule: DepartmentSteps.rule,
      rows: bare.map { Finding.Row($0.name, reference: $0.reference, isMarked: true) })
  }

  /// Departments that stand behind a step, and nobody says what for.
  var unsaidContributions: Finding {
    let figures = connections
    let unsaid = figures.rows.filter { $0.unexplained > 0 }
    return Finding(
      tr("Lines that do not say what the work does"),
      summary: tr(
        "{share} of the lines.",
        [
          "share": Proportion(unsaid.reduce(0) { $0 + $1.unexplained }, of: figures.n).text
        ]),
      rule: tr(
        "A line from a department to a step that does not say what its work does for the customer there."
      ),
      rows: unsaid.map { row in
        Finding.Row(
          row.department.name,
          detail: ntr(
            "at {count} step it is not said what its work does for customers",
            "at {count} steps it is not said what its work does for customers",
            row.unexplained), reference: row.department.reference, isMarked: true)
      })
  }
}
