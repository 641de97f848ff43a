package holiday

import (
	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/bg"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/cy"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/ee"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fi"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/gr"
	"github.com/rickar/cal/v2/hr"
	"github.com/rickar/cal/v2/hu"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/is"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/jp"
	"github.com/rickar/cal/v2/lt"
	"github.com/rickar/cal/v2/lv"
	"github.com/rickar/cal/v2/mt"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/pt"
	"github.com/rickar/cal/v2/ro"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/si"
	"github.com/rickar/cal/v2/us"
	"github.com/rickar/cal/v2/za"
)

// listed are the national holidays of the countries that the library has right.
func listed() map[string][]*cal.Holiday {
	return map[string][]*cal.Holiday{
		"AT": at.Holidays, "BE": be.Holidays, "BG": bg.Holidays, "BR": br.Holidays, "CY": cy.Holidays,
		"CZ": cz.Holidays, "DE": de.Holidays, "EE": ee.Holidays, "ES": es.Holidays, "FI": fi.Holidays,
		"FR": fr.Holidays, "GB": gb.Holidays, "GR": gr.Holidays, "HR": hr.Holidays, "HU": hu.Holidays,
		"IE": ie.Holidays, "IS": is.Holidays, "IT": it.Holidays, "JP": jp.Holidays, "LT": lt.Holidays,
		"LV": lv.Holidays, "MT": mt.Holidays, "NL": nl.Holidays, "NO": no.Holidays, "PL": pl.Holidays,
		"PT": pt.Holidays, "RO": ro.Holidays, "SE": se.Holidays, "SI": si.Holidays, "US": us.Holidays,
		"ZA": za.Holidays,
	}
}
