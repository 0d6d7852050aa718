import CGtk

/// The GTK type behind `DrawnWidget`: its virtual functions call the Swift object, which it finds
/// in the instance's data for as long as that lives.
enum DrawnWidgetType {
  private static let key = g_quark_from_static_string("uplift-drawn-widget")

  static let plain = register("UpliftDrawnWidget", isScrollable: false)
  static let scrollable = register("UpliftScrollableWidget", isScrollable: true)

  private static func register(_ name: String, isScrollable: Bool) -> GType {
    var query = GTypeQuery()
    g_type_query(gtk_widget_get_type(), &query)
    var info = GTypeInfo()
    info.class_size = guint16(query.class_size)
    info.instance_size = guint16(query.instance_size)
    info.class_init = isScrollable ? startScrollableClass : startClass
    let type = g_type_register_static(gtk_widget_get_type(), name, &info, GTypeFlags(rawValue: 0))
    if isScrollable {
      var interface = GInterfaceInfo()
      g_type_add_interface_static(type, gtk_scrollable_get_type(), &interface)
    }
    return type
  }

  static func create(isScrollable: Bool) -> UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(
      g_object_new_with_properties(isScrollable ? scrollable : plain, 0, nil, nil))
  }

  static func bind(_ widget: DrawnWidget) {
    g_object_set_qdata(widget.pointer(), key, Unmanaged.passUnretained(widget).toOpaque())
  }

  static func unbind(_ widget: DrawnWidget) {
    g_object_set_qdata(widget.pointer(), key, nil)
  }

  static func drawnWidget(of instance: UnsafeMutableRawPointer?) -> DrawnWidget? {
    guard let instance,
      let data = g_object_get_qdata(instance.assumingMemoryBound(to: GObject.self), key)
    else { return nil }
    return Unmanaged<DrawnWidget>.fromOpaque(data).takeUnretainedValue()
  }

  static func setFunctions(_ widgetClass: UnsafeMutablePointer<GtkWidgetClass>) {
    widgetClass.pointee.snapshot = snapshot
    widgetClass.pointee.get_request_mode = requestMode
    widgetClass.pointee.measure = measure
    widgetClass.pointee.size_allocate = allocate
    widgetClass.pointee.parent_class.dispose = dispose
  }
}

private nonisolated let startClass: GClassInitFunc = { table, _ in
  guard let table else { return }
  nonisolated(unsafe) let unsafeTable = table
  MainActor.assumeIsolated {
    DrawnWidgetType.setFunctions(unsafeTable.assumingMemoryBound(to: GtkWidgetClass.self))
  }
}

private nonisolated let startScrollableClass: GClassInitFunc = { table, _ in
  guard let table else { return }
  nonisolated(unsafe) let unsafeTable = table
  MainActor.assumeIsolated {
    DrawnWidgetType.setFunctions(unsafeTable.assumingMemoryBound(to: GtkWidgetClass.self))
    let objectClass = unsafeTable.assumingMemoryBound(to: GObjectClass.self)
    objectClass.pointee.set_property = setScrollableProperty
    objectClass.pointee.get_property = getScrollableProperty
    for property in ScrollableProperty.allCases {
      g_object_class_override_property(objectClass, property.rawValue, property.name)
    }
  }
}

private enum ScrollableProperty: guint, CaseIterable {
  case horizontal = 1
  case vertical
  case horizontalPolicy
  case verticalPolicy

  var name: String {
    switch self {
    case .horizontal: "hadjustment"
    case .vertical: "vadjustment"
    case .horizontalPolicy: "hscroll-policy"
    case .verticalPolicy: "vscroll-policy"
    }
  }
}

private nonisolated let setScrollableProperty:
  @convention(c) (
    UnsafeMutablePointer<GObject>?, guint, UnsafePointer<GValue>?, UnsafeMutablePointer<GParamSpec>?
  ) -> Void = { object, id, value, _ in
    nonisolated(unsafe) let unsafeObject = object
    nonisolated(unsafe) let unsafeValue = value
    MainActor.assumeIsolated {
      guard let widget = DrawnWidgetType.drawnWidget(of: unsafeObject), let unsafeValue else {
        return
      }
      switch ScrollableProperty(rawValue: id) {
      case .horizontal:
        widget.setAdjustment(g_value_get_object(unsafeValue), isHorizontal: true)
      case .vertical:
        widget.setAdjustment(g_value_get_object(unsafeValue), isHorizontal: false)
      default: break
      }
    }
  }

private nonisolated let getScrollableProperty:
  @convention(c) (
    UnsafeMutablePointer<GObject>?, guint, UnsafeMutablePointer<GValue>?,
    UnsafeMutablePointer<GParamSpec>?
  ) -> Void = { object, id, value, _ in
    nonisolated(unsafe) let unsafeObject = object
    nonisolated(unsafe) let unsafeValue = value
    MainActor.assumeIsolated {
      guard let widget = DrawnWidgetType.drawnWidget(of: unsafeObject), let unsafeValue else {
        return
      }
      switch ScrollableProperty(rawValue: id) {
      case .horizontal: g_value_set_object(unsafeValue, widget.horizontalAdjustment?.raw)
      case .vertical: g_value_set_object(unsafeValue, widget.verticalAdjustment?.raw)
      default: break
      }
    }
  }

private nonisolated let snapshot:
  @convention(c) (UnsafeMutablePointer<GtkWidget>?, OpaquePointer?) -> Void = { widget, target in
    nonisolated(unsafe) let unsafeWidget = widget
    nonisolated(unsafe) let unsafeTarget = target
    MainActor.assumeIsolated {
      guard let unsafeTarget else { return }
      let snapshot = Snapshot(unsafeTarget)
      guard let drawn = DrawnWidgetType.drawnWidget(of: unsafeWidget) else { return }
      drawn.draw(snapshot)
    }
  }

private nonisolated let measure:
  @convention(c) (
    UnsafeMutablePointer<GtkWidget>?, GtkOrientation, gint, UnsafeMutablePointer<gint>?,
    UnsafeMutablePointer<gint>?, UnsafeMutablePointer<gint>?, UnsafeMutablePointer<gint>?
  ) -> Void = { widget, orientation, forSize, minimum, natural, minimumBaseline, naturalBaseline in
    nonisolated(unsafe) let unsafeWidget = widget
    let (least, best) = MainActor.assumeIsolated {
      DrawnWidgetType.drawnWidget(of: unsafeWidget)?.measure(
        orientation == GTK_ORIENTATION_HORIZONTAL ? .horizontal : .vertical, forSize: Int(forSize))
        ?? (minimum: 0, natural: 0)
    }
    minimum?.pointee = gint(least)
    natural?.pointee = gint(best)
    minimumBaseline?.pointee = -1
    naturalBaseline?.pointee = -1
  }

private nonisolated let requestMode:
  @convention(c) (UnsafeMutablePointer<GtkWidget>?) -> GtkSizeRequestMode = { widget in
    nonisolated(unsafe) let unsafeWidget = widget
    let follows = MainActor.assumeIsolated {
      DrawnWidgetType.drawnWidget(of: unsafeWidget)?.heightFollowsWidth ?? false
    }
    return follows ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE
  }

private nonisolated let allocate:
  @convention(c) (UnsafeMutablePointer<GtkWidget>?, gint, gint, gint) -> Void = {
    widget, width, height, _ in
    nonisolated(unsafe) let unsafeWidget = widget
    MainActor.assumeIsolated {
      DrawnWidgetType.drawnWidget(of: unsafeWidget)?.allocate(
        width: Int(width), height: Int(height))
      var child = gtk_widget_get_first_child(unsafeWidget)
      while let current = child {
        // Whoever has a popover places it along with its own contents.
        if g_type_check_instance_is_a(
          UnsafeMutableRawPointer(current).assumingMemoryBound(to: GTypeInstance.self),
          gtk_popover_get_type()) != 0
        {
          gtk_popover_present(
            UnsafeMutableRawPointer(current).assumingMemoryBound(to: GtkPopover.self))
        }
        child = gtk_widget_get_next_sibling(current)
      }
    }
  }

private nonisolated let dispose: @convention(c) (UnsafeMutablePointer<GObject>?) -> Void = {
  object in
  guard let object else { return }
  let widget = UnsafeMutableRawPointer(object).assumingMemoryBound(to: GtkWidget.self)
  while let child = gtk_widget_get_first_child(widget) { gtk_widget_unparent(child) }
  // Our types are final in GTK's eyes, so the parent of the instance's class is GtkWidget's.
  let parent = g_type_class_peek_parent(uplift_class_of(object))
  parent?.assumingMemoryBound(to: GObjectClass.self).pointee.dispose?(object)
}
