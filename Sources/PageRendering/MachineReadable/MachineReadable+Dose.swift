import Exercises

extension MachineReadable {
    /// A dose with every stated figure as data and as it is said.
    func write(_ dose: Dose, to json: inout JSONWriter) {
        DoseData(doses: doses).write(dose, to: &json)
    }

    /// What a reader may change of a dose, as `limber handout --dose` may: so that a script needs no rule of its own.
    func write(limitsOf dose: Dose, to json: inout JSONWriter) {
        json.objects("figures", dose.changeableFields) { json, field in
            json.member("field", field.name)
            json.member("isTime", field.isTime)
            json.member("max", field.highestFigure)
        }
        json.member("secondsOfADay", Dose.secondsOfADay)
        json.object("vagueSeconds") { write(timerValuesOfTimes: true, to: &$0) }
        json.object("vagueCount") { write(timerValuesOfTimes: false, to: &$0) }
    }

    private func write(timerValuesOfTimes isTime: Bool, to json: inout JSONWriter) {
        for amount in VagueAmount.allCases where !(isTime && amount == .asNeeded) {
            json.member(named: amount.rawValue, amount.timerValue(isTime: isTime))
        }
    }

    /// The sources of a dose's figures by field, in the order in which a dose is said; phases stand after the whole hold, by name.
    func write(origins: [DoseField: SourceID], to json: inout JSONWriter) {
        guard !origins.isEmpty else { return }
        let phases = origins.keys.filter { if case .hold(_?) = $0 { true } else { false } }.sorted { $0.name < $1.name }
        let fields = DoseField.plain.prefix(1) + phases + DoseField.plain.dropFirst()
        json.object("doseOrigins") { json in
            for field in fields {
                if let source = origins[field] { json.member(named: field.name, source.text) }
            }
        }
    }
}
