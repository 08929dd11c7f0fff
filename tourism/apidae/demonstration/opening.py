"""Builders of the `ouverture` and `descriptionTarif` blocks, and of dates relative to the day of the demonstration."""

from dataclasses import dataclass
from datetime import date, timedelta

from tourism.apidae.demonstration.references import element
from tourism.apidae.demonstration.wording import periods_in_words

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
_JOURS = ("LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE")
OPENING_HOURS, GUIDED_VISIT = 7457, 7460


@dataclass(frozen=True)
class Calendar:
    """Dates counted from the day of the demonstration."""

    today: date

    def plus(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def on(self, weekday: int, *, weeks: int = 0) -> date:
        """The first such weekday from today on (today included), `weeks` later."""
        return self.plus((weekday - self.today.weekday()) % 7 + 7 * weeks)

    @property
    def season(self) -> str:
        """winter (Dec–Mar), spring (Apr–May), summer (Jun–Sep) or autumn (Oct–Nov)."""
        month = self.today.month
        if month in (12, 1, 2, 3):
            return "winter"
        return "spring" if month in (4, 5) else "summer" if month <= 9 else "autumn"

    @property
    def seasons(self) -> frozenset[str]:
        """The season, and "advent" from the middle of November to Epiphany."""
        today = (self.today.month, self.today.day)
        return frozenset({self.season} | ({"advent"} if today >= (11, 12) or today <= (1, 6) else set()))

    def december(self, day: int) -> date:
        """A day of the December of this winter: in January, of the one that is over."""
        return date(self.today.year - (self.today.month < 6), 12, day)

    def coming(self, month: int, day: int, *, lasts: int = 0) -> date:
        """The next such day of the year, or the one of this year while what begins then, `lasts` days more, goes on."""
        this_year = date(self.today.year, month, day)
        return (
            this_year
            if self.today <= this_year + timedelta(days=lasts)
            else this_year.replace(year=self.today.year + 1)
        )

    def weekend_of(self, month: int, day: int) -> date:
        """The Saturday on or after the next such day of the year, counted so that its Sunday is not over."""
        first = self.coming(month, day, lasts=7)
        saturday = first + timedelta(days=(SATURDAY - first.weekday()) % 7)
        if saturday + timedelta(days=1) >= self.today:
            return saturday
        first = first.replace(year=first.year + 1)
        return first + timedelta(days=(SATURDAY - first.weekday()) % 7)

    @property
    def holidays(self) -> tuple[date, date]:
        """First and last day of the school holidays that are on or come next (about those of the zone of Aix)."""
        spans = [
            (self.coming(*start, lasts=days), days)
            for start, days in (((2, 14), 15), ((4, 11), 15), ((7, 4), 58), ((10, 17), 15), ((12, 19), 15))
        ]
        start, days = min(spans)
        return start, start + timedelta(days=days)

    def span(self, start: tuple[int, int], end: tuple[int, int]) -> tuple[date, date]:
        """From one (month, day) to another of this year."""
        return date(self.today.year, *start), date(self.today.year, *end)

    @property
    def year(self) -> tuple[date, date]:
        """First and last day of a year of openings that contains today."""
        return date(self.today.year, 1, 1), date(self.today.year, 12, 31)


def _period(start: date, end: date, opens: str | None, closes: str | None, **rest) -> dict:
    period = {"dateDebut": start.isoformat(), "dateFin": end.isoformat(), "tousLesAns": rest.pop("yearly", False)}
    if opens:
        period["horaireOuverture"] = f"{opens}:00"
    if closes:
        period["horaireFermeture"] = f"{closes}:00"
    if extra := rest.pop("extra", ()):
        period["ouverturesExceptionnelles"] = [{"dateOuverture": day.isoformat()} for day in extra]
    if note := rest.pop("note", None):
        period["complementHoraire"] = note
    return period | rest


def every_day(start: date, end: date, opens: str | None = None, closes: str | None = None, **rest) -> dict:
    return _period(start, end, opens, closes, type="OUVERTURE_TOUS_LES_JOURS", **rest)


def one_day(day: date, opens: str | None = None, closes: str | None = None, **rest) -> dict:
    return every_day(day, day, opens, closes, **rest)


def weekly(
    start: date, end: date, days: tuple[int, ...], opens: str | None = None, closes: str | None = None, **rest
) -> dict:
    daily = [{"jour": _JOURS[day]} for day in days]
    return _period(start, end, opens, closes, type="OUVERTURE_SEMAINE", ouverturesJournalieres=daily, **rest)


def except_on(
    start: date, end: date, days: tuple[int, ...], opens: str | None = None, closes: str | None = None, **rest
) -> dict:
    daily = [{"jour": _JOURS[day]} for day in days]
    return _period(start, end, opens, closes, type="OUVERTURE_SAUF", ouverturesJournalieres=daily, **rest)


def monthly(
    start: date,
    end: date,
    days: tuple[tuple[str, int], ...],
    opens: str | None = None,
    closes: str | None = None,
    **rest,
) -> dict:
    """`days`: pairs of a rank (D_1ER … D_4EME, D_DERNIER) and a weekday."""
    ranks = [{"jourDuMois": rank, "jour": _JOURS[day]} for rank, day in days]
    return _period(start, end, opens, closes, type="OUVERTURE_MOIS", ouverturesJourDuMois=ranks, **rest)


def slot(weekdays: str, *frames: tuple[str, ...], closed: bool = False) -> dict:
    """A time period of the new form: weekdays as "MON TUE HOL", frames as (start[, end[, recurrence]])."""
    result: dict = {"closed": closed, "weekdays": weekdays.split()}
    if frames:
        keys = ("startTime", "endTime", "recurrence")
        result["timeFrames"] = [dict(zip(keys, frame, strict=False)) for frame in frames]
    return result


def slots(start: date, end: date, *time_periods: dict, kind: int = OPENING_HOURS, **rest) -> dict:
    """A period of the form of June 2025, with `horaires` in place of the old type."""
    hours = [{"type": element(kind), "timePeriods": list(time_periods)}]
    return _period(start, end, None, None, horaires=hours, **rest)


def opening(
    *periods: dict,
    closed: tuple[date, ...] = (),
    special: tuple[str, ...] = (),
    status: tuple[int, ...] = (),
    words: dict | None = None,
    **rest,
) -> dict:
    """The `ouverture` block: words are made from the periods unless given by hand."""
    block: dict = {"periodeEnClair": words or periods_in_words(list(periods))}
    block["periodeEnClairGenerationMode"] = "MANUEL" if words else "AUTOMATIQUE"
    if periods:
        block["periodesOuvertures"] = list(periods)
    closures = [{"dateFermeture": day.isoformat()} for day in closed] + [{"dateSpeciale": name} for name in special]
    if closures:
        block["fermeturesExceptionnelles"] = closures
    if status:
        block["ouverturesComplementaires"] = [element(identifier) for identifier in status]
    return block | rest


def free(indication: str = "GRATUIT", words: dict | None = None) -> dict:
    """A free `descriptionTarif`; indication GRATUIT, ACCES_LIBRE, ENTREE_LIBRE or PARTICIPATION_LIBRE."""
    default = {
        "libelleFr": "Gratuit.",
        "libelleEn": "Free of charge.",
        "libelleIt": "Gratuito.",
        "libelleDe": "Kostenlos.",
        "libelleEs": "Gratuito.",
        "libelleNl": "Gratis.",
    }
    return {
        "indicationTarif": indication,
        "gratuit": True,
        "tarifsEnClair": words or default,
        "tarifsEnClairGenerationMode": "MANUEL" if words else "AUTOMATIQUE",
    }


def paid(
    calendar: Calendar, *prices: tuple, means: tuple[int, ...] = (1268, 1277), free_below: int | None = None
) -> dict:
    """A paid `descriptionTarif`; prices are (TarifType id, minimum, maximum or None[, precision])."""
    return priced((calendar.year, prices), means=means, free_below=free_below)


def priced(
    *periods: tuple[tuple[date, date], tuple[tuple, ...]],
    means: tuple[int, ...] = (1268, 1277),
    free_below: int | None = None,
) -> dict:
    """A paid `descriptionTarif` whose prices change with the date: pairs of (first, last day) and prices as in `paid`."""
    blocks = []
    lines: dict[str, list[str]] = {"Fr": [], "En": [], "It": []}
    for (start, end), prices in periods:
        when = periods_in_words([every_day(start, end)]) if len(periods) > 1 else {}
        rates = []
        for language, line in lines.items():
            if when:
                line.append(when[f"libelle{language}"].rstrip("."))
        for kind, minimum, maximum, *precision in prices:
            label = element(kind)
            rate: dict = {"devise": "EUR", "minimum": minimum, "type": label}
            if maximum is not None:
                rate["maximum"] = maximum
            if precision:
                rate["precisionTarif"] = precision[0]
            rates.append(rate)
            for language, line in lines.items():
                colon = " :" if language == "Fr" else ":"
                line.append(f"{label[f'libelle{language}']}{colon} {_amount(minimum, maximum, language)}")
        blocks.append({"dateDebut": start.isoformat(), "dateFin": end.isoformat(), "tarifs": rates})
    if free_below:
        lines["Fr"].append(f"Gratuit pour les moins de {free_below} ans")
        lines["En"].append(f"Free under {free_below}")
        lines["It"].append(f"Gratuito sotto i {free_below} anni")
    block = {
        "indicationTarif": "PAYANT",
        "devise": "EUR",
        "tarifsEnClair": {f"libelle{language}": ". ".join(line) + "." for language, line in lines.items()},
        "tarifsEnClairGenerationMode": "AUTOMATIQUE",
        "periodes": blocks,
        "modesPaiement": [element(identifier) for identifier in means],
    }
    if free_below:
        block["conditions"] = {"gratuitPourLesMoinsDe": free_below}
    return block


def _amount(minimum: float, maximum: float | None, language: str) -> str:
    def euros(value: float) -> str:
        text = f"{value:g}" if float(value).is_integer() else f"{value:.2f}"
        return f"€{text}" if language == "En" else f"{text.replace('.', ',')} €"

    if maximum is None or maximum == minimum:
        return euros(minimum)
    return f"{euros(minimum)} {'à' if language == 'Fr' else 'to' if language == 'En' else 'a'} {euros(maximum)}"
