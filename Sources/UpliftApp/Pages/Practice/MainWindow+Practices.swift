import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The pages of the practices.
extension MainWindow {
  func makePractice(_ practice: Practice, _ session: Session) -> PracticePage {
    turning(PracticePage(practice, tabs(of: practice, session)))
  }

  /// Header and inspector follow its views.
  private func turning(_ page: PracticePage) -> PracticePage {
    page.onTurn = { [weak self, weak page] in
      guard let self, let page, self.page === page else { return }
      showInspector(of: page)
      fold()
    }
    return page
  }

  func makeRecordsPage(_ place: Place, _ session: Session) -> PracticePage? {
    recordTabs(of: place, session).map { turning(PracticePage(place, $0.title, $0.tabs)) }
  }

  func tabs(of practice: Practice, _ session: Session) -> [PracticeTab] {
    let place = Place.practice(practice)
    switch practice {
    case .standards:
      return [register(Standard.self, session, place), worked(out: [.hopes], practice, session)]
    case .rootCauses:
      return [
        register(Cause.self, session, place), figure(.causes, session, place),
        worked(out: [.symptoms, .unfiledCauses], practice, session),
      ]
    case .departments:
      return [
        grid(.contributions, session, place), figure(.departments, session, place),
        worked(out: [.bareSteps, .unlinkedDepartments, .unsaidContributions], practice, session),
      ]
    case .customers:
      return [
        register(Customer.self, session, place),
        worked(out: [.keyCustomers, .quietCustomers, .riskyCustomers], practice, session),
      ]
    case .vision:
      return [
        PracticeTab(tr("Organisation"), [.organisation]) { OrganisationPage(session, place) },
        register(Goal.self, session, place), register(Leader.self, session, place),
        register(LeaderAct.self, session, place),
        worked(out: [.leaders, .bareGoals, .goallessInitiatives, .held], practice, session),
      ]
    case .priorities:
      return [
        figure(.priorities, session, place), register(Opportunity.self, session, place),
        grid(.gutScores, session, place), register(GutScore.self, session, place),
        worked(out: [.ranking, .gutAndData], practice, session),
      ]
    case .resources:
      return [
        register(ResourceNeed.self, session, place), figure(.people, session, place),
        figure(.money, session, place),
        worked(out: [.unmet, .gap, .held], practice, session),
      ]
    case .breakdowns:
      return [
        register(Breakdown.self, session, place), figure(.breakdowns, session, place),
        worked(out: [.lessons], practice, session),
      ]
    case .wayUp:
      return [
        figure(.wayUp, session, place), register(Milestone.self, session, place),
        figure(.momentum, session, place),
        worked(out: [.momentum, .blockedMilestones], practice, session),
      ]
    case .training:
      return [
        register(Training.self, session, place), register(FollowUp.self, session, place),
        register(Skill.self, session, place), grid(.skills, session, place),
        register(Tip.self, session, place), figure(.cascade, session, place),
        figure(.skills, session, place),
        worked(
          out: [.lateTrainings, .cascade, .followUps, .skillGaps, .trainers], practice, session),
      ]
    case .communication:
      return [
        register(
          Message.self, session, place,
          parts: { [weak self] in [MessageExport { self?.export($0, of: session) }] }),
        register(Audience.self, session, place),
        figure(.coverage, session, place),
        worked(out: [.untold, .coverage, .unheard], practice, session),
      ]
    case .roles:
      return [
        register(CXRole.self, session, place), grid(.decisions, session, place),
        register(Decision.self, session, place), figure(.decisions, session, place),
        worked(out: [.raci, .placement], practice, session),
      ]
    case .culture:
      return [
        register(CultureValue.self, session, place), register(Behaviour.self, session, place),
        figure(.values, session, place), register(PurposeAnswer.self, session, place),
        register(ClimatePulse.self, session, place), figure(.climate, session, place),
        worked(out: [.purpose, .climate], practice, session),
      ]
    case .profitChain:
      return [
        figure(.chain, session, place), register(EmployeeVoice.self, session, place),
        register(Turnover.self, session, place),
        worked(
          out: [.correlations, .turnover, .wishes, .staying, .leaving], practice, session),
      ]
    case .recognition:
      let choice = AccoladeChoice()
      return [register(Champion.self, session, place)]
        + [.receivers, .givers, .teams].map { leaderboard($0, choice, session, place) }
        + [worked(out: [.champions], practice, session)]
    case .talent:
      return [
        grid(.scorecards, session, place), register(WorkRole.self, session, place),
        register(Criterion.self, session, place), register(Candidate.self, session, place),
        worked(out: [.candidates], practice, session),
      ]
    case .readiness:
      return [
        figure(.readiness, session, place), grid(.readiness, session, place),
        register(ReadinessRound.self, session, place),
        worked(out: [.readiness, .disagreements], practice, session),
      ]
    }
  }

  /// Registers that have a place of their own, with what is worked out of them.
  func recordTabs(
    of place: Place, _ session: Session
  ) -> (title: String, tabs: [PracticeTab])? {
    let go = { [weak self] (reference: EntityReference) in self?.go(to: reference) ?? () }
    switch place {
    case .metrics:
      return (
        tr("Metrics"),
        [
          register(
            Metric.self, session, place,
            parts: { [MetricStand(session)] },
            additions: [
              PageAddition(tr("Survey answers…")) { [weak self] in
                self?.importAnswers(into: session)
              }
            ]),
          register(Reading.self, session, place),
          register(TargetChange.self, session, place),
          figure(.trends, session, place),
          worked(
            out: [.values, .gains, .ratchet], place, tr("Metrics"), session),
        ]
      )
    case .dialogues:
      return (
        tr("Customer dialogues"),
        [
          register(Dialogue.self, session, place),
          worked(
            out: [.keyCustomers, .quietCustomers, .riskyCustomers], place,
            tr("Customer dialogues"), session),
        ]
      )
    case .promises:
      let title = Promise.register(in: RegisterContext()).title
      return (
        title,
        [
          register(Promise.self, session, place), figure(.promises, session, place),
          worked(out: [.promises, .hopes], place, title, session),
        ]
      )
    case .initiatives:
      let title = Initiative.register(in: RegisterContext()).title
      return (
        title,
        [
          register(Initiative.self, session, place), figure(.timeline, session, place),
          PracticeTab(tr("Customers were not asked")) {
            ExtraPage(
              place, CustomerVoiceView(session, go: go),
              exports: .findings([.unasked], title: title))
          },
          worked(
            out: [.shortRuns, .symptoms, .unmet, .held, .untold, .goallessInitiatives], place,
            title,
            session),
        ]
      )
    case .barriers:
      let title = Barrier.register(in: RegisterContext()).title
      return (
        title,
        [
          register(Barrier.self, session, place), figure(.barriers, session, place),
          worked(out: [.unmanagedBarriers, .openBarriers], place, title, session),
        ]
      )
    default: return nil
    }
  }

  /// What is worked out, as one of the views.
  private func worked(
    out findings: [PlanFinding], _ practice: Practice, _ session: Session
  ) -> PracticeTab {
    worked(out: findings, .practice(practice), practice.title, session)
  }

  private func worked(
    out findings: [PlanFinding], _ place: Place, _ title: String, _ session: Session
  ) -> PracticeTab {
    PracticeTab(tr("Worked out"), findings: findings) { [weak self] in
      FindingsPage(session, place, title: title, findings) { self?.go(to: $0) }
    }
  }

  /// A leaderboard as one of the views, for the period that is chosen on any of them.
  private func leaderboard(
    _ figure: PlanFigure, _ choice: AccoladeChoice, _ session: Session, _ place: Place
  ) -> PracticeTab {
    let title =
      switch figure {
      case .givers: tr("Who names others")
      case .teams: tr("Teams")
      default: tr("Who was named")
      }
    return PracticeTab(title, words: ViewWords.of(figure)) { [unowned self] in
      let page = view(figure, session, place, choice: choice)
      let chooser = PeriodChooser(
        choice,
        startMonth: {
          session.read { try session.workspace.organisation() }?.fiscalYearStart ?? 1
        }, cards: { [weak self] in self?.export(.champions, of: session) })
      page.addBar(chooser.widget)
      page.keep(chooser)
      return page
    }
  }

  /// A register as one of the views.
  func register<Record: RegisterRecord>(
    _ type: Record.Type, _ session: Session, _ place: Place,
    parts: @escaping () -> [any RegisterDetailsPart] = { [] }, additions: [PageAddition] = []
  ) -> PracticeTab {
    let title = Record.register(in: RegisterContext()).title
    return PracticeTab(title, [Record.kind], words: ViewWords.of(Record.kind)) { [weak self] in
      RegisterPage(
        session, place, Record.register(in:),
        records: { session in
          session.read { try session.workspace.registered(Record.self) } ?? []
        },
        parts: parts()
          + RegisterParts.parts(of: type, session) { [weak self] in self?.go(to: $0) },
        additions: additions,
        go: { [weak self] in self?.go(to: $0) })
    }
  }

  /// Into the metric that is selected, if one is.
  private func importAnswers(into session: Session) {
    let current = page?.currentRecord
    SurveyDialog.choose(
      over: self, session: session, metricID: current?.kind == .metric ? current?.id : nil
    ) { [weak self] in self?.say($0) }
  }

  /// A grid as one of the views.
  func grid(_ subject: GridSubject, _ session: Session, _ place: Place) -> PracticeTab {
    PracticeTab(
      subject.title, subject.shownKinds, words: ViewWords.of(subject)
    ) { [weak self] in
      GridPage(
        session, place, subject, go: { [weak self] in self?.go(to: $0) },
        begin: { [weak self] in self?.begin($0, at: place) },
        export: { [weak self] in self?.export($0, of: session) })
    }
  }

  /// A picture as one of the views.
  func figure(_ figure: PlanFigure, _ session: Session, _ place: Place) -> PracticeTab {
    PracticeTab(figure.title, words: ViewWords.of(figure)) { [unowned self] in
      view(figure, session, place)
    }
  }

  /// Over the page, so that one stays where one is; what has no register is gone to.
  private func openDetails(of reference: EntityReference, _ session: Session) {
    guard reference.kind.type is any RegisterRecord.Type else { return go(to: reference) }
    PlanRecordDialog.show(reference, over: self, session: session) { [weak self] target in
      target == reference ? self?.goToPlace(of: target) : self?.go(to: target)
    }
  }

  func view(
    _ figure: PlanFigure, _ session: Session, _ place: Place, choice: AccoladeChoice? = nil
  ) -> FigurePage {
    let page = FigurePage(
      session, place, figure, isDark: program.style.isDark, choice: choice,
      open: { [weak self] in self?.openDetails(of: $0, session) },
      go: { [weak self] in self?.goToPlace(of: $0) },
      export: { [weak self] in self?.export($0, of: session) })
    if let kind = figure.beginning, let title = Registers.addTitle(of: kind) {
      page.offerBeginning(title) { [weak self] in self?.begin(kind, at: place) }
    }
    return page
  }

  /// The first record of a kind, on the page where it is kept.
  private func begin(_ kind: EntityKind, at place: Place) {
    // What a chain is made of stands with the metrics.
    if kind == .metric, place != .metrics { open(.metrics) }
    if kind == .journeyMap { return add("journey") }
    guard let page = page as? PracticePage else { return }
    page.add(kind)
  }
}

extension PlanFigure {
  /// What it takes first to have anything to show.
  var beginning: EntityKind? {
    switch self {
    case .priorities: .opportunity
    case .wayUp: .milestone
    case .readiness: .readinessRound
    case .chain, .trends: .metric
    case .causes: .cause
    case .timeline: .initiative
    case .promises: .promise
    case .barriers: .barrier
    case .people, .money: .resourceNeed
    case .breakdowns: .breakdown
    case .cascade: .training
    case .skills: .skill
    case .coverage: .audience
    case .decisions: .decision
    case .values: .cultureValue
    case .climate: .climatePulse
    case .receivers, .givers, .teams: .champion
    default: nil
    }
  }
}
