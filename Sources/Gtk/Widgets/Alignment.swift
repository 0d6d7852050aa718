import CGtk

public enum Orientation {
  case horizontal, vertical

  var value: GtkOrientation {
    switch self {
    case .horizontal: GTK_ORIENTATION_HORIZONTAL
    case .vertical: GTK_ORIENTATION_VERTICAL
    }
  }
}

public enum Alignment {
  case fill, start, end, center, baseline

  var value: GtkAlign {
    switch self {
    case .fill: GTK_ALIGN_FILL
    case .start: GTK_ALIGN_START
    case .end: GTK_ALIGN_END
    case .center: GTK_ALIGN_CENTER
    case .baseline: GTK_ALIGN_BASELINE
    }
  }

  init(_ value: GtkAlign) {
    switch value {
    case GTK_ALIGN_START: self = .start
    case GTK_ALIGN_END: self = .end
    case GTK_ALIGN_CENTER: self = .center
    case GTK_ALIGN_BASELINE: self = .baseline
    default: self = .fill
    }
  }
}

/// Where a popover opens, or a tab stands.
public enum Side {
  case left, right, top, bottom

  var value: GtkPositionType {
    switch self {
    case .left: GTK_POS_LEFT
    case .right: GTK_POS_RIGHT
    case .top: GTK_POS_TOP
    case .bottom: GTK_POS_BOTTOM
    }
  }
}
