import uuid

from django.db import migrations, models

import assessments.accelerator.models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('survey', 'Initial survey meeting'), ('preparation', 'Preparation meeting'), ('decision', 'Decision-making meeting'), ('followup', 'Follow-up meeting'), ('training', 'Training'), ('help', 'LAVA help hour')], max_length=11, verbose_name='kind')),
                ('title', models.CharField(blank=True, max_length=120, verbose_name='title of its own')),
                ('starts_at', models.DateTimeField(verbose_name='begins')),
                ('ends_at', models.DateTimeField(verbose_name='ends')),
                ('mode', models.CharField(choices=[('onsite', 'On site'), ('online', 'Online'), ('hybrid', 'On site and online')], max_length=6, verbose_name='mode')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('link', models.URLField(blank=True, max_length=500, verbose_name='link to the online meeting')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('sequence', models.PositiveIntegerField(default=0, editable=False)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'meeting',
                'verbose_name_plural': 'meetings',
                'ordering': ['starts_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('group', models.CharField(blank=True, choices=[('school', 'School projects'), ('other', 'Other projects')], max_length=6, verbose_name='group')),
                ('contact_name', models.CharField(blank=True, max_length=120, verbose_name='name of the contact')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail of the contact')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note for coordinators')),
                ('joined_at', models.DateTimeField(auto_now_add=True)),
                ('left_at', models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'participating municipality',
                'verbose_name_plural': 'participating municipalities',
                'ordering': ['municipality__sort_fi', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('language', models.CharField(choices=[('fi', 'Finnish'), ('sv', 'Swedish'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('goal', models.TextField(blank=True, max_length=1000, verbose_name='goal')),
                ('status', models.CharField(choices=[('planned', 'Being planned'), ('running', 'Going on'), ('closed', 'Closed')], default='planned', max_length=8, verbose_name='status')),
                ('starts_on', models.DateField(verbose_name='first day')),
                ('followup_starts_on', models.DateField(verbose_name='follow-up from')),
                ('ends_on', models.DateField(verbose_name='follow-up until')),
                ('feed_token', models.CharField(default=assessments.accelerator.models.new_feed_token, editable=False, max_length=40, unique=True)),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='demonstration')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'verbose_name': 'programme',
                'verbose_name_plural': 'programmes',
                'ordering': ['-starts_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SupportNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='date')),
                ('kind', models.CharField(choices=[('visit', 'Visit'), ('meeting', 'Online meeting'), ('call', 'Telephone call'), ('message', 'Message')], max_length=7, verbose_name='kind of support')),
                ('text', models.TextField(max_length=2000, verbose_name='what was agreed')),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'support given',
                'verbose_name_plural': 'support given',
                'ordering': ['-on', '-pk'],
            },
        ),
    ]
