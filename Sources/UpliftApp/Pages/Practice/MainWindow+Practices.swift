import Foundation
import Gtk
import UpliftCore
import UpliftDrawing

/// The pages of the practices.
extension MainWindow {
  func makePractice(_ practice: Practice, _ session: Session) -> PracticePage {
    PracticePage(practice, tabs(of: practice, session))
  }

  private func tabs(of practice: Practice, _ session: Session) -> [PracticeTab] {
    let place = Place.practice(practice)
    switch practice {
    case .standards: return [register(Standard.self, session, place)]
    case .rootCauses:
      return [register(Cause.self, session, place), figure(.causes, session, place)]
    case .departments: return [figure(.departments, session, place)]
    case .customers: return [register(Customer.self, session, place)]
    case .vision:
      return [
        PracticeTab(tr("Organisation"), [.organisation]) { OrganisationPage(session, place) },
        register(Goal.self, session, place), register(Leader.self, session, place),
        register(LeaderAct.self, session, place),
      ]
    case .priorities:
      return [
        figure(.priorities, session, place), register(Opportunity.self, session, place),
        register(GutScore.self, session, place),
      ]
    case .resources:
      return [
        register(ResourceNeed.self, session, place), figure(.people, session, place),
        figure(.money, session, place),
      ]
    case .breakdowns:
      return [register(Breakdown.self, session, place), figure(.breakdowns, session, place)]
    case .wayUp:
      return [
        figure(.wayUp, session, place), register(Milestone.self, session, place),
        figure(.momentum, session, place),
      ]
    case .training:
      return [
        register(Training.self, session, place), register(FollowUp.self, session, place),
        register(Skill.self, session, place), register(Tip.self, session, place),
        figure(.cascade, session, place), figure(.skills, session, place),
      ]
    case .communication:
      return [
        register(Message.self, session, place), register(Audience.self, session, place),
        figure(.coverage, session, place),
      ]
    case .roles:
      return [
        register(CXRole.self, session, place), register(Decision.self, session, place),
        figure(.decisions, session, place),
      ]
    case .culture:
      return [
        register(CultureValue.self, session, place), register(Behaviour.self, session, place),
        register(PurposeAnswer.self, session, place), register(ClimatePulse.self, session, place),
      ]
    case .profitChain:
      return [
        figure(.chain, session, place), register(EmployeeVoice.self, session, place),
        register(Turnover.self, session, place),
      ]
    case .recognition:
      return [
        register(Champion.self, session, place), figure(.receivers, session, place),
        figure(.givers, session, place), figure(.teams, session, place),
      ]
    case .talent:
      return [
        register(WorkRole.self, session, place), register(Criterion.self, session, place),
        register(Candidate.self, session, place),
      ]
    case .readiness:
      return [figure(.readiness, session, place), register(ReadinessRound.self, session, place)]
    }
  }

  /// A register as one of the views.
  func register<Record: RegisterRecord>(
    _ type: Record.Type, _ session: Session, _ place: Place
  ) -> PracticeTab {
    let title = Record.register(in: RegisterContext()).title
    return PracticeTab(title, [Record.kind]) { [weak self] in
      RegisterPage(
        session, place, Record.register(in:),
        records: { session in
          session.read { try session.workspace.registered(Record.self) } ?? []
        },
        go: { [weak self] in self?.go(to: $0) })
    }
  }

  /// A picture as one of the views.
  func figure(_ figure: PlanFigure, _ session: Session, _ place: Place) -> PracticeTab {
    PracticeTab(figure.title) { [unowned self] in view(figure, session, place) }
  }

  func view(_ figure: PlanFigure, _ session: Session, _ place: Place) -> FigurePage {
    FigurePage(
      session, place, figure, isDark: program.style.isDark,
      go: { [weak self] in self?.go(to: $0) })
  }
}
