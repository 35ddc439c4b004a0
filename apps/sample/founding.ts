import { addDays } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel/access'
import { type Actor, runCommand, runQuery } from '@ennoshita/kernel/server'
import { people } from '@ennoshita/people'
import { corporateNumber } from '@ennoshita/statutes'
import type { SamplePerson } from './read-data.ts'
import { act, grantsOf, instantAt, known, type Member, type World } from './world.ts'

const namesOf = (person: Pick<SamplePerson, 'name' | 'kana'>) => {
  const [familyName = '', givenName = ''] = person.name.split(' ')
  const [familyKana = '', givenKana = ''] = person.kana.split(' ')
  return { familyName, givenName, familyKana, givenKana }
}

/** Founds the company with its president, on the working day before the first of the lived days. */
export async function foundCompany(world: World): Promise<void> {
  const { data, program, office } = world
  const on = foundedOn(world)
  const president = data.people.find((person) => person.post === 'president')
  if (!president) throw new Error('The sample has no president.')
  const { personId } = await runCommand(
    office,
    kernel.foundCompany,
    program,
    {
      name: data.company.name,
      person: { ...namesOf(president), email: `${president.key}@${data.company.mailDomain}` },
    },
    { occurredAt: instantAt(on, 540) },
  )
  enter(world, president, personId, ['president', 'administrator', 'clerk'])
}

/** 会社の情報, the days off, departments and posts, as the president and later the administrator enter them. */
export async function setUpCompany(world: World): Promise<void> {
  const { company } = world.data
  const at = instantAt(foundedOn(world), 560)
  const number = `${corporateNumber.checkDigit(company.corporateNumberBase)}${company.corporateNumberBase}`
  const { nameKana, postalCode, prefecture, city, street, building, phone, fiscalYearMonth } = company
  await act(
    world,
    'mizusawa',
    people.setCompanyProfile,
    {
      version: 1,
      ...{ nameKana, postalCode, prefecture, city, street, building, phone, fiscalYearMonth },
      corporateNumber: number,
      registrationNumber: `T${number}`,
      rounding: 'floor',
    },
    at,
  )
  for (const { on, untilOn, reason } of world.days.closings)
    await act(world, 'mizusawa', people.setCalendarDay, { on, untilOn, reason, kind: 'closed' }, at)
  const fromOn = company.foundedOn
  for (const [place, { key, name }] of company.departments.entries()) {
    const { departmentId } = await act(world, 'mizusawa', people.addDepartment, { name, fromOn, place: place + 1 }, at)
    world.departments.set(key, departmentId)
  }
  for (const { key, ...post } of company.posts) {
    const { postId } = await act(world, 'mizusawa', people.addPost, { ...post, fromOn }, at)
    world.posts.set(key, postId)
  }
}

/** Enters everybody who is there from the beginning, with 兼務 and roles; the president keeps only their own role. */
export async function enterEverybody(world: World): Promise<void> {
  const at = instantAt(foundedOn(world), 620)
  const there = world.data.people.filter((person) => !person.joins)
  for (const [index, person] of there.entries()) {
    if (person.post === 'president') await completePresident(world, person, at)
    else
      await enterPerson(
        world,
        person,
        `${person.joinedOn?.slice(2, 4)}${String(index).padStart(2, '0')}`,
        at,
        'mizusawa',
      )
  }
  for (const person of there.filter(({ roles, post }) => roles.length > 0 && post !== 'president'))
    await giveRoles(world, person, 'mizusawa', ['employee'], instantAt(foundedOn(world), 680))
  const president = known(world.members, 'mizusawa')
  const { membership } = await runQuery(world.office, people.personDetails, world.program, {
    personId: president.personId,
  })
  await act(
    world,
    'nagai',
    people.setRoles,
    { personId: president.personId, roles: ['president', 'employee'], was: membership?.roles ?? [] },
    instantAt(foundedOn(world), 700),
  )
  enter(
    world,
    there.find(({ key }) => key === 'mizusawa'),
    president.personId,
    ['president'],
  )
}

async function completePresident(world: World, person: SamplePerson, at: string): Promise<void> {
  const { personId } = known(world.members, person.key)
  const joinedOn = person.joinedOn ?? world.startOn
  const [departmentId, postId] = placeOf(world, person)
  await act(
    world,
    person.key,
    people.changePerson,
    { personId, version: 1, joinedOn, employeeNumber: '9100', phone: '内線 100' },
    at,
  )
  await act(
    world,
    person.key,
    people.assignPerson,
    { personId, departmentId, postId, main: true, fromOn: joinedOn },
    at,
  )
}

/** Enters a person, from their day of joining on, and makes them known to the stories. */
export async function enterPerson(
  world: World,
  person: SamplePerson,
  employeeNumber: string,
  at: string,
  by: string,
): Promise<Member> {
  const [departmentId, postId] = placeOf(world, person)
  const joinedOn = person.joinedOn ?? world.startOn
  const { personId } = await act(
    world,
    by,
    people.addPerson,
    {
      ...namesOf(person),
      formerFamilyName: person.former,
      displayName: person.called,
      email: `${person.key}@${world.data.company.mailDomain}`,
      phone: `内線 ${200 + (Number(employeeNumber) % 100)}`,
      employeeNumber,
      joinedOn,
      assignment: { departmentId, postId },
    },
    at,
  )
  for (const also of person.also)
    await act(
      world,
      by,
      people.assignPerson,
      {
        personId,
        departmentId: known(world.departments, also),
        fromOn: joinedOn > sideJobsFrom ? joinedOn : sideJobsFrom,
      },
      at,
    )
  return enter(world, { ...person, joinedOn }, personId, person.roles)
}

const sideJobsFrom = '2024-04-01'

async function giveRoles(world: World, person: SamplePerson, by: string, was: string[], at: string): Promise<void> {
  const { personId } = known(world.members, person.key)
  await act(world, by, people.setRoles, { personId, roles: ['employee', ...person.roles], was }, at)
}

function placeOf(world: World, person: SamplePerson): [string, string | null] {
  return [known(world.departments, person.department), person.post ? known(world.posts, person.post) : null]
}

function enter(world: World, person: SamplePerson | undefined, personId: string, roles: SamplePerson['roles']): Member {
  if (!person) throw new Error('The sample has no president.')
  const actor: Actor = {
    companyId: world.program.companyId,
    personId,
    kind: 'human',
    departmentIds: [person.department, ...person.also].flatMap((key) => world.departments.get(key) ?? []),
    grants: grantsOf(world.office, ['employee', ...roles]),
  }
  const member: Member = {
    key: person.key,
    personId,
    name: person.called || person.name,
    departmentKey: person.department,
    actor,
    joinedOn: person.joinedOn ?? world.startOn,
    leftOn: undefined,
  }
  world.members.set(person.key, member)
  return member
}

/** The working day on which the company begins with the program. */
export function foundedOn(world: Pick<World, 'days' | 'startOn'>): string {
  return world.days.onOrBefore(addDays(world.startOn, -1))
}
