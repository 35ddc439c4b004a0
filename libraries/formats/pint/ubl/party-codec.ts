import type { PintAddress, PintContact, PintDelivery, PintParty, PintPayee, PintTaxRepresentative } from '../invoice.ts'
import { childOf, childrenOf, stringOf, type XmlElement } from '../xml/element.ts'
import { type Codec, code, date, fault, identifier, type Part, text } from './codec.ts'
import { always, partsOf, structure } from './structure.ts'

const address = partsOf<PintAddress>()
export const addressCodec: Codec<PintAddress> = structure([
  address.one('street', 'cbc:StreetName', text),
  address.one('additionalStreet', 'cbc:AdditionalStreetName', text),
  address.one('city', 'cbc:CityName', text),
  address.one('postalCode', 'cbc:PostalZone', text),
  address.one('prefecture', 'cbc:CountrySubentity', text),
  address.one('addressLine', 'cac:AddressLine/cbc:Line', text),
  address.one('country', 'cac:Country/cbc:IdentificationCode', code),
])

const contact = partsOf<PintContact>()
const contactCodec: Codec<PintContact> = structure([
  contact.one('name', 'cbc:Name', text),
  contact.one('telephone', 'cbc:Telephone', text),
  contact.one('email', 'cbc:ElectronicMail', text),
])

type TaxRegistration = { number: string; scheme: string }
const registration = partsOf<TaxRegistration>()
const registrationCodec: Codec<TaxRegistration> = structure([
  registration.required('number', 'cbc:CompanyID', code),
  registration.required('scheme', 'cac:TaxScheme/cbc:ID', code),
])

/** The registration number (VAT, 消費税) first, then one under another tax. */
const taxRegistrations: Part<PintParty> = {
  name: 'cac:PartyTaxScheme',
  read: (element, into, context) => {
    for (const found of childrenOf(element, 'cac:PartyTaxScheme')) {
      const each = registrationCodec.read(found, context)
      if (each === undefined) continue
      const isVat = each.scheme === 'VAT'
      if (isVat ? into.registrationNumber !== undefined : into.otherTaxRegistration !== undefined) {
        fault(
          found,
          context,
          '同じ税の登録が二つあります。送り手に確かめてください。',
          'There are two registrations for one tax. Ask the sender.',
        )
      } else if (isVat) into.registrationNumber = each.number
      else into.otherTaxRegistration = each
    }
  },
  write: ({ registrationNumber, otherTaxRegistration }, context) => {
    if (registrationNumber !== undefined) {
      registrationCodec.write('cac:PartyTaxScheme', { number: registrationNumber, scheme: 'VAT' }, context)
    }
    if (otherTaxRegistration !== undefined) registrationCodec.write('cac:PartyTaxScheme', otherTaxRegistration, context)
  },
}

const party = partsOf<PintParty>()
export const partyCodec: Codec<PintParty> = structure([
  party.one('endpoint', 'cbc:EndpointID', identifier),
  party.many('identifiers', 'cac:PartyIdentification/cbc:ID', identifier),
  party.one('tradingName', 'cac:PartyName/cbc:Name', text),
  party.one('address', 'cac:PostalAddress', addressCodec),
  taxRegistrations,
  party.inside('cac:PartyLegalEntity', [
    party.required('name', 'cbc:RegistrationName', text),
    party.one('legalRegistration', 'cbc:CompanyID', identifier),
    party.one('legalForm', 'cbc:CompanyLegalForm', text),
  ]),
  party.one('contact', 'cac:Contact', contactCodec),
])

const payee = partsOf<PintPayee>()
export const payeeCodec: Codec<PintPayee> = structure([
  payee.many('identifiers', 'cac:PartyIdentification/cbc:ID', identifier),
  payee.one('name', 'cac:PartyName/cbc:Name', text),
  payee.one('legalRegistration', 'cac:PartyLegalEntity/cbc:CompanyID', identifier),
])

const representative = partsOf<PintTaxRepresentative>()
export const taxRepresentativeCodec: Codec<PintTaxRepresentative> = structure([
  representative.one('name', 'cac:PartyName/cbc:Name', text),
  representative.one('address', 'cac:PostalAddress', addressCodec),
  representative.inside('cac:PartyTaxScheme', [
    representative.one('registrationNumber', 'cbc:CompanyID', code),
    {
      ...always<PintTaxRepresentative>('cac:TaxScheme/cbc:ID', 'VAT'),
      write: (from, context) => {
        if (from.registrationNumber !== undefined) always('cac:TaxScheme/cbc:ID', 'VAT').write(from, context)
      },
    },
  ]),
])

const delivery = partsOf<PintDelivery>()
export const deliveryCodec: Codec<PintDelivery> = structure([
  delivery.one('deliveredOn', 'cbc:ActualDeliveryDate', date),
  delivery.inside('cac:DeliveryLocation', [
    delivery.one('location', 'cbc:ID', identifier),
    delivery.one('address', 'cac:Address', addressCodec),
  ]),
  delivery.one('partyName', 'cac:DeliveryParty/cac:PartyName/cbc:Name', text),
])

/** The currency that a document is in, read before all else. */
export const currencyOf = (root: XmlElement): string => {
  const found = childOf(root, 'cbc:DocumentCurrencyCode')
  return found === undefined ? '' : stringOf(found).trim()
}
